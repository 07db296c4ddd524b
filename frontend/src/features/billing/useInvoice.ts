import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { changed } from '@/shared/api/changes';
import type { Invoice } from '@/shared/api/gen';
import { getInvoiceQueryKey } from '@/shared/api/gen/invoices/query';

/** Everything that shows what an invoice is worth or whether its customer owes: read again after a change. */
export function invoiceChanged(client: QueryClient): Promise<void> {
  return changed(client, 'invoice');
}

/** Puts an invoice the server has answered with where it is shown. */
export function useKeepInvoice(): (invoice: Invoice) => void {
  const client = useQueryClient();
  return (invoice) => {
    client.setQueryData(getInvoiceQueryKey({ path: { id: invoice.id } }), invoice);
    void invoiceChanged(client);
  };
}
