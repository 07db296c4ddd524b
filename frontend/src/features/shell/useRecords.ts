import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listActivities } from '@/shared/api/gen/activities';
import { listCompanies } from '@/shared/api/gen/companies';
import { listContacts } from '@/shared/api/gen/contacts';
import { listContracts } from '@/shared/api/gen/contracts';
import { listCustomers } from '@/shared/api/gen/customers';
import { listDeals } from '@/shared/api/gen/deals';
import { listInvoices } from '@/shared/api/gen/invoices';
import { listLeads } from '@/shared/api/gen/leads';
import { names } from '@/shared/api/names';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { useDebounced } from '@/shared/lib/useDebounced';
import type { Place } from '@/shared/lib/useHref';
import { type ResourceKind, resources } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import type { Command, CommandGroup } from '@/shared/ui/CommandPalette';

/** A record whose name the words are part of, and where it is opened. */
interface Found {
  id: string;
  label: string;
  detail: string;
  at: Place;
}

type Find = (query: { q: string; limit: number }, signal: AbortSignal) => Promise<Found[]>;

/** How each kind is found: what its list answers, in one line. */
function finders(format: Format, draft: string): Record<ResourceKind, Find> {
  const find =
    <R extends { id: string }, N extends object>(
      list: (request: {
        query: { q: string; limit: number } & N;
        signal: AbortSignal;
        throwOnError: true;
      }) => Promise<{ data: { data: R[] } }>,
      tell: (row: R) => Omit<Found, 'id'>,
      shown?: N,
    ): Find =>
    async (query, signal) =>
      (await list({ query: { ...query, ...(shown as N) }, signal, throwOnError: true })).data.data.map(
        (row) => ({
          id: row.id,
          ...tell(row),
        }),
      );
  const told = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  return {
    customer: find(listCustomers, (row) => ({
      label: row.name,
      detail: row.email ?? '',
      at: { to: '/customers/$customerId', params: { customerId: row.id } },
    })),
    deal: find(
      listDeals,
      (row) => ({
        label: row.title,
        detail: told(row.company?.name, format.moneyRounded(row.amount_cents, row.currency)),
        at: { to: '/pipeline', search: { pipeline: row.pipeline_id, deal: row.id } },
      }),
      names.deal,
    ),
    lead: find(listLeads, (row) => ({
      label: row.name,
      detail: row.company_name ?? row.email ?? '',
      at: { to: '/leads', search: { id: row.id } },
    })),
    contract: find(
      listContracts,
      (row) => ({
        label: row.title,
        detail: row.customer?.name ?? '',
        at: { to: '/contracts', search: { id: row.id } },
      }),
      names.contract,
    ),
    invoice: find(listInvoices, (row) => ({
      label: row.number == null ? draft : invoiceNumber(row.number),
      detail: told(row.customer_name, format.money(row.total_cents, row.currency)),
      at: { to: '/invoices/$invoiceId', params: { invoiceId: row.id } },
    })),
    company: find(listCompanies, (row) => ({
      label: row.name,
      detail: row.domain ?? '',
      at: { to: '/companies', search: { id: row.id } },
    })),
    contact: find(
      listContacts,
      (row) => ({
        label: row.name,
        detail: row.company?.name ?? row.email ?? '',
        at: { to: '/contacts', search: { id: row.id } },
      }),
      names.contact,
    ),
    activity: find(
      listActivities,
      (row) => ({
        label: row.subject,
        detail: told(row.deal?.name ?? row.lead?.name, row.company?.name ?? row.contact?.name),
        at: { to: '/activities', search: { id: row.id } },
      }),
      names.activity,
    ),
  };
}

/** Whom one looks for most. */
const order: readonly ResourceKind[] = [
  'customer',
  'deal',
  'lead',
  'contract',
  'invoice',
  'company',
  'contact',
  'activity',
];

/** Records whose name the words are part of, by kind: what the lists of the screens find, those that the role may read. */
export function useRecords(typed: string): { groups: CommandGroup[]; searching: boolean } {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const words = useDebounced(typed.trim(), 150);
  const asked = words.length >= 2;
  const find = finders(format, t('states.invoice.draft'));
  const allowed = order.flatMap((kind) =>
    resources.filter((resource) => resource.kind === kind && can(resource.read)),
  );

  const found = useQuery({
    queryKey: ['palette', words],
    queryFn: ({ signal }) =>
      // A kind that fails must not hide the others.
      Promise.all(
        allowed.map(({ kind }) => find[kind]({ q: words, limit: 4 }, signal).catch(() => [] as Found[])),
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
            run: () => void navigate(row.at as never),
          }),
        ),
      },
    ];
  });
  return { groups, searching: typed.trim().length >= 2 && (found.isFetching || words !== typed.trim()) };
}
