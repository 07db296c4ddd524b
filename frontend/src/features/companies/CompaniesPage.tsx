import { useTranslation } from 'react-i18next';
import type { CompanySummary } from '@/shared/api/gen';
import { bulkCompanies } from '@/shared/api/gen/bulk';
import { listCompaniesInfiniteOptions } from '@/shared/api/gen/companies/query';
import { formatTaxId } from '@/shared/format/taxId';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useRows } from '@/shared/records/useRows';
import { NarrowRow } from '@/shared/ui/DataTable';

const CompanyPanel = lazyPart(async () => (await import('./CompanyPanel')).CompanyPanel);
const CompanyForm = lazyPart(async () => (await import('./CompanyForm')).CompanyForm);

export interface CompaniesSearch extends ListSearch {
  sort?: 'name' | '-name' | 'created_at' | '-created_at';
}

export function CompaniesPage(page: PageProps<CompaniesSearch>) {
  const { t } = useTranslation();
  const { sort = 'name', q } = page.search;
  const column = useColumns<CompanySummary>((field: 'name') => t(`fields.company.${field}`));
  usePartsLater(CompanyPanel, CompanyForm);
  return (
    <ListPage
      {...page}
      kind="company"
      texts="crm.company.list"
      defaultSort="name"
      query={useRows<CompanySummary>(
        listCompaniesInfiniteOptions({ query: { sort, q, limit: 100, ...page.search.more } }),
      )}
      columns={[
        column.text('name', { sort: true, width: '26%' }),
        column.taxId('tax_id', { width: '11rem' }),
        column.text('industry', { width: '14%', hideBelow: 'lg' }),
        column.text('domain'),
        column.phone('phone', { width: '9rem', hideBelow: 'lg' }),
        column.day('created_at', { sort: true, width: '7rem', align: 'right' }),
      ]}
      narrow={(company) => (
        <NarrowRow
          title={company.name}
          aside={company.tax_id && formatTaxId(company.tax_id)}
          detail={company.domain ?? company.industry}
        />
      )}
      bulk={{
        send: bulkCompanies,
        actions: [{ type: 'set_industry', param: 'industry', as: 'text', empty: true }],
      }}
      panel={(id, close) => <CompanyPanel key={id} companyId={id} onClose={close} />}
      form={(close, done) => <CompanyForm onClose={close} onDone={done} />}
    />
  );
}
