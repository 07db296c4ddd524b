import { expect, it } from 'vitest';
import { bootList } from './bootList';

const chunk = (fileName: string, more: object = {}) => ({
  type: 'chunk',
  fileName,
  imports: [],
  moduleIds: [],
  isEntry: false,
  ...more,
});

function built(...chunks: object[]): { files: string[]; parts: Record<string, number[]> } {
  const { transformIndexHtml } = bootList() as unknown as {
    transformIndexHtml: { handler: (html: string, context: object) => string };
  };
  const html = transformIndexHtml.handler('<head><script src="/boot.js"></script></head>', {
    bundle: chunks,
  });
  const script = new DOMParser().parseFromString(html, 'text/html').querySelector('script');
  return JSON.parse(script?.dataset.boot ?? '');
}

it('names the files of each page, also of the one for addresses that lead nowhere', () => {
  const page = (route: string, file: string, imports: string[] = []) =>
    chunk(file, { moduleIds: [`/x/src/routes/${route}.tsx?tsr-split=component`], imports });
  const { files, parts } = built(
    chunk('app.js', { isEntry: true, imports: ['vendor.js'] }),
    chunk('vendor.js'),
    chunk('shell.js', { moduleIds: ['/x/src/routes/_app.tsx?tsr-split=component'], imports: ['vendor.js'] }),
    page('_app/$', 'nowhere.js', ['shell.js']),
    page('_app/invoices.$invoiceId', 'invoice.js', ['vendor.js', 'forms.js']),
    chunk('forms.js'),
  );
  const of = (part: string) => parts[part]?.map((at) => files[at]);
  expect(of('')).toEqual(['/shell.js']);
  expect(of('/*')).toEqual(['/nowhere.js']);
  expect(of('/invoices/*')).toEqual(['/invoice.js', '/forms.js']);
});
