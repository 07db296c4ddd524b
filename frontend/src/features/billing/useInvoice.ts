import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Invoice } from '@/shared/api/gen';
import { getInvoiceQueryKey } from '@/shared/api/gen/invoices/query';
import { invalidateOperations } from '@/shared/api/invalidate';

/** Everything that shows what an invoice is worth or whether its customer owes: read again after a change. */
export function invoiceChanged(client: QueryClient): Promise<void> {
  return invalidateOperations(client, 'getInvoice', 'listInvoices', 'getCustomer', 'listCustomers');
}

/** Puts an invoice the server has answered with where it is shown. */
export function useKeepInvoice(): (invoice: Invoice) => void {
  const client = useQueryClient();
  return (invoice) => {
    client.setQueryData(getInvoiceQueryKey({ path: { id: invoice.id } }), invoice);
    void invoiceChanged(client);
  };
}
