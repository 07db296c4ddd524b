import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { loadTexts, startTranslation, switchLanguage } from '@/shared/i18n';
import type { Namespace } from '@/shared/i18n/messages';
import { popups } from '@/shared/ui/popups';
import { toast } from '@/shared/ui/toast';
import { server } from './server';
import { allTexts } from './texts';

// A busy machine is slow, not wrong: what is waited for may take longer than the second that is usual.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' });
  await startTranslation('pt-BR');
  // A part that is tested alone has no route that brings its texts; `texts.test.ts` looks at those.
  await loadTexts(Object.keys(allTexts('pt-BR')) as Namespace[]);
  // As on a page that has been there for a moment.
  await popups.load();
});
afterEach(async () => {
  cleanup();
  // They wait in their module, and would be read in the next test.
  toast.clear();
  server.resetHandlers();
  localStorage.clear();
  await switchLanguage('pt-BR');
});
afterAll(() => server.close());

// It looks for computed overflow, which jsdom does not have, and warns.
vi.mock('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element', () => ({
  autoScrollForElements: () => () => undefined,
}));

// jsdom draws nothing: virtual lists need a height, Base UI asks for media queries and observers.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 800 });
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1280 });
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1280 });
Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.scrollTo = () => undefined;
window.scrollTo = () => undefined;
Element.prototype.getAnimations ??= () => [];
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as never;
globalThis.ResizeObserver ??= class {
  observe = vi.fn();
  unobserve = vi.fn();
  disconnect = vi.fn();
};
