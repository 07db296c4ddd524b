import { Building2 } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanySummary } from '@/shared/api/gen';
import { listCompaniesInfiniteOptions } from '@/shared/api/gen/companies/query';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { useLater } from '@/shared/lib/useLater';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { ListPage } from '@/shared/records/ListPage';
import { useRows } from '@/shared/records/useRows';
import { NarrowRow } from '@/shared/ui/DataTable';

// What opens over the list brings the forms' library, which the list itself can do without; it comes once the list is drawn.
const loadCompanyPanel = async () => ({ default: (await import('./CompanyPanel')).CompanyPanel });
const CompanyPanel = lazy(loadCompanyPanel);
const loadCompanyForm = async () => ({ default: (await import('./CompanyForm')).CompanyForm });
const CompanyForm = lazy(loadCompanyForm);

export interface CompaniesSearch extends ListSearch {
  sort?: 'name' | '-name' | 'created_at' | '-created_at';
}

export function CompaniesPage({ search, onSearch }: PageProps<CompaniesSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRows<CompanySummary>(
    listCompaniesInfiniteOptions({ query: { sort: search.sort ?? 'name', q: search.q, limit: 100 } }),
  );
  useLiveQuery('company');
  useLater(loadCompanyPanel);
  useLater(loadCompanyForm);
  return (
    <ListPage
      title={t('shell.nav.companies')}
      icon={Building2}
      search={search}
      onSearch={onSearch}
      defaultSort="name"
      query={query}
      write="crm.companies:write"
      texts={{
        search: t('crm.company.search'),
        create: t('crm.company.new'),
        empty: t('crm.company.empty'),
        emptyText: t('crm.company.emptyText'),
        nothing: t('crm.company.nothing'),
      }}
      columns={[
        {
          id: 'name',
          header: t('fields.company.name'),
          sort: 'name',
          width: '26%',
          cell: (company) => company.name,
        },
        {
          id: 'tax_id',
          header: t('fields.company.tax_id'),
          width: '11rem',
          cell: ({ tax_id }) => <span className="tabular">{tax_id && formatTaxId(tax_id)}</span>,
        },
        {
          id: 'industry',
          header: t('fields.company.industry'),
          width: '14%',
          hideBelow: 'lg',
          cell: (company) => company.industry,
        },
        { id: 'domain', header: t('fields.company.domain'), cell: (company) => company.domain },
        {
          id: 'phone',
          header: t('fields.company.phone'),
          width: '9rem',
          hideBelow: 'lg',
          cell: ({ phone }) => <span className="tabular">{phone && formatPhone(phone)}</span>,
        },
        {
          id: 'created',
          header: t('fields.company.created_at'),
          sort: 'created_at',
          width: '7rem',
          align: 'right',
          cell: ({ created_at }) => created_at && format.date(format.day(created_at)),
        },
      ]}
      narrow={(company) => (
        <NarrowRow
          title={company.name}
          aside={company.tax_id && formatTaxId(company.tax_id)}
          detail={company.domain ?? company.industry}
        />
      )}
      panel={(id, close) => <CompanyPanel key={id} companyId={id} onClose={close} />}
      form={(close, done) => <CompanyForm onClose={close} onDone={done} />}
    />
  );
}
