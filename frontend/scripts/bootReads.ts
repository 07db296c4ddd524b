/**
 * What a page reads first, by its address as it stands without a question; `*` is the last part of an address. It is asked
 * for while the scripts are on their way (`public/boot.js`). That the page takes what is asked for here, and asks for
 * nothing of it a second time, is checked by `e2e/tests/first-visit.spec.ts`.
 */
export const bootReads: Readonly<Record<string, readonly string[]>> = {
  '/dashboard': ['/api/dashboard/metrics'],
  '/pipeline': ['/api/crm/pipelines'],
  '/portfolio': [
    '/api/dashboard/metrics',
    '/api/portfolio/service-types',
    '/api/contracts?sort=title&limit=100&include=customer',
  ],
  '/contracts': ['/api/contracts?sort=title&limit=100&include=customer'],
  '/invoices': ['/api/invoices?sort=-created_at&limit=100'],
  '/invoices/*': ['/api/invoices/*'],
  '/customers/*': ['/api/customers/*'],
};
