import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Building2,
  Contact,
  FileSignature,
  Filter,
  type LucideIcon,
  ReceiptText,
  SquareKanban,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '@/shared/api/gen';
import { listCompanies } from '@/shared/api/gen/companies';
import { listContacts } from '@/shared/api/gen/contacts';
import { listContracts } from '@/shared/api/gen/contracts';
import { listCustomers } from '@/shared/api/gen/customers';
import { listDeals } from '@/shared/api/gen/deals';
import { listInvoices } from '@/shared/api/gen/invoices';
import { listLeads } from '@/shared/api/gen/leads';
import { useFormat } from '@/shared/format/useFormat';
import { useDebounced } from '@/shared/lib/useDebounced';
import { useCan } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import type { Command, CommandGroup } from '@/shared/ui/CommandPalette';

interface Found {
  id: string;
  label: string;
  detail: string;
  open: () => void;
}

interface Source {
  text: 'customers' | 'pipeline' | 'leads' | 'contracts' | 'invoices' | 'companies' | 'contacts';
  permission: Permission;
  icon: LucideIcon;
  find: (query: { q: string; limit: number }, signal: AbortSignal) => Promise<Found[]>;
}

/** Records whose name the words are part of, by kind: what the lists of the screens find, those that the role may read. */
export function useRecords(typed: string): { groups: CommandGroup[]; searching: boolean } {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const words = useDebounced(typed.trim(), 150);
  const asked = words.length >= 2;

  const sources: Source[] = [
    {
      text: 'customers',
      permission: 'customers:read',
      icon: Users,
      find: async (query, signal) =>
        (await listCustomers({ query, signal, throwOnError: true })).data.data.map((customer) => ({
          id: customer.id,
          label: customer.name,
          detail: customer.email ?? '',
          open: () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } }),
        })),
    },
    {
      text: 'pipeline',
      permission: 'crm.deals:read',
      icon: SquareKanban,
      find: async (query, signal) =>
        (await listDeals({ query, signal, throwOnError: true })).data.data.map((deal) => ({
          id: deal.id,
          label: deal.title,
          detail: [deal.company_name, format.moneyRounded(deal.amount_cents, deal.currency)]
            .filter(Boolean)
            .join(' · '),
          open: () =>
            void navigate({ to: '/pipeline', search: { pipeline: deal.pipeline_id, deal: deal.id } }),
        })),
    },
    {
      text: 'leads',
      permission: 'crm.leads:read',
      icon: Filter,
      find: async (query, signal) =>
        (await listLeads({ query, signal, throwOnError: true })).data.data.map((lead) => ({
          id: lead.id,
          label: lead.name,
          detail: lead.company_name ?? lead.email ?? '',
          open: () => void navigate({ to: '/leads', search: { id: lead.id } }),
        })),
    },
    {
      text: 'contracts',
      permission: 'portfolio.contracts:read',
      icon: FileSignature,
      find: async (query, signal) =>
        (await listContracts({ query, signal, throwOnError: true })).data.data.map((contract) => ({
          id: contract.id,
          label: contract.title,
          detail: contract.customer_name ?? '',
          open: () => void navigate({ to: '/contracts', search: { id: contract.id } }),
        })),
    },
    {
      text: 'invoices',
      permission: 'billing.invoices:read',
      icon: ReceiptText,
      find: async (query, signal) =>
        (await listInvoices({ query, signal, throwOnError: true })).data.data.map((invoice) => ({
          id: invoice.id,
          label: invoice.number == null ? t('billing.draft') : invoiceNumber(invoice.number),
          detail: [invoice.customer_name, format.money(invoice.total_cents, invoice.currency)]
            .filter(Boolean)
            .join(' · '),
          open: () => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } }),
        })),
    },
    {
      text: 'companies',
      permission: 'crm.companies:read',
      icon: Building2,
      find: async (query, signal) =>
        (await listCompanies({ query, signal, throwOnError: true })).data.data.map((company) => ({
          id: company.id,
          label: company.name,
          detail: company.domain ?? '',
          open: () => void navigate({ to: '/companies', search: { id: company.id } }),
        })),
    },
    {
      text: 'contacts',
      permission: 'crm.contacts:read',
      icon: Contact,
      find: async (query, signal) =>
        (await listContacts({ query, signal, throwOnError: true })).data.data.map((contact) => ({
          id: contact.id,
          label: contact.name,
          detail: contact.company_name ?? contact.email ?? '',
          open: () => void navigate({ to: '/contacts', search: { id: contact.id } }),
        })),
    },
  ];
  const allowed = sources.filter((source) => can(source.permission));

  const found = useQuery({
    queryKey: ['palette', words],
    queryFn: ({ signal }) =>
      // A kind that fails must not hide the others.
      Promise.all(
        allowed.map((source) => source.find({ q: words, limit: 4 }, signal).catch(() => [] as Found[])),
      ),
    enabled: asked,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

  const groups = allowed.flatMap((source, at): CommandGroup[] => {
    const rows = asked ? found.data?.[at] : undefined;
    if (!rows?.length) return [];
    return [
      {
        value: t(`shell.nav.${source.text}`),
        items: rows.map(
          (row): Command => ({
            id: row.id,
            label: row.label,
            detail: row.detail,
            // The server has matched more than is shown: a tax id, a phone.
            keywords: found.isPlaceholderData ? row.detail : `${row.detail} ${words}`,
            icon: source.icon,
            run: row.open,
          }),
        ),
      },
    ];
  });
  return { groups, searching: typed.trim().length >= 2 && (found.isFetching || words !== typed.trim()) };
}
