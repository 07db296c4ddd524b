import { useInfiniteQuery } from '@tanstack/react-query';
import { Building2, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanySummary } from '@/shared/api/gen';
import { listCompaniesInfiniteOptions } from '@/shared/api/gen/companies/query';
import { cursorPages } from '@/shared/api/pages';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { type ListPageProps, type ListSearch, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { type DataColumn, DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { CompanyPanel } from './CompanyPanel';
import { NewCompanyDialog } from './NewCompanyDialog';

type CompanySort = 'name' | '-name' | 'created_at' | '-created_at';

export interface CompaniesSearch extends ListSearch {
  sort?: CompanySort;
}

export function CompaniesPage(props: ListPageProps<CompaniesSearch>) {
  const { search, onSearch } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const canWrite = useCan()('crm.companies:write');
  const { open, close, create } = useRecordPanel(props, canWrite);
  const sort = search.sort ?? 'name';
  const query = useInfiniteQuery({
    ...listCompaniesInfiniteOptions({ query: { sort, q: search.q } }),
    ...cursorPages,
  });
  const columns = useMemo<DataColumn<CompanySummary>[]>(
    () => [
      {
        id: 'name',
        header: t('crm.company.name'),
        sort: 'name',
        width: '26%',
        cell: (company) => company.name,
      },
      {
        id: 'tax_id',
        header: t('crm.company.taxId'),
        width: '11rem',
        cell: (company) => <span className="tabular">{company.tax_id && formatTaxId(company.tax_id)}</span>,
      },
      {
        id: 'industry',
        header: t('crm.company.industry'),
        width: '14%',
        hideBelow: 'lg',
        cell: (company) => company.industry,
      },
      { id: 'domain', header: t('crm.company.domain'), cell: (company) => company.domain },
      {
        id: 'phone',
        header: t('crm.company.phone'),
        width: '9rem',
        hideBelow: 'lg',
        cell: (company) => <span className="tabular">{company.phone && formatPhone(company.phone)}</span>,
      },
      {
        id: 'created',
        header: t('crm.company.createdAt'),
        sort: 'created_at',
        width: '7rem',
        align: 'right',
        cell: (company) => company.created_at && format.date(format.day(company.created_at)),
      },
    ],
    [t, format],
  );
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
      {t('crm.company.new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('shell.nav.companies')}
        filters={
          <SearchBox
            label={t('crm.company.search')}
            value={search.q ?? ''}
            onChange={(q) => onSearch({ q: q.trim() || undefined }, { replace: true })}
          />
        }
        actions={newButton}
      />
      <PageBody>
        <DataTable
          label={t('shell.nav.companies')}
          columns={columns}
          query={query}
          sort={sort}
          onSort={(next) => onSearch({ sort: next as CompaniesSearch['sort'] })}
          onOpen={(company) => open(company.id)}
          openId={search.id}
          narrow={(company) => (
            <NarrowRow
              title={company.name}
              aside={company.tax_id && formatTaxId(company.tax_id)}
              detail={company.domain ?? company.industry}
            />
          )}
          empty={
            search.q ? (
              <EmptyState icon={Building2} title={t('crm.company.nothing')} text={t('crm.changeFilters')} />
            ) : (
              <EmptyState
                icon={Building2}
                title={t('crm.company.empty')}
                text={t('crm.company.emptyText')}
                action={newButton}
              />
            )
          }
        />
      </PageBody>
      {search.id && <CompanyPanel key={search.id} companyId={search.id} onClose={close} />}
      {search.new && canWrite && (
        <NewCompanyDialog onClose={close} onCreated={(company) => open(company.id)} />
      )}
    </>
  );
}
