import { getInvoiceQueryKey } from '@/shared/api/gen/invoices/query';

/** Where an invoice that the server has answered with is shown. */
export const invoiceKey = ({ id }: { id: string }) => getInvoiceQueryKey({ path: { id } });
