import { createFileRoute } from '@tanstack/react-router';
import { CompaniesPage, type CompaniesSearch } from '@/features/companies/CompaniesPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, kept, oneOf, text, useOnSearch } from '../-search';

const sorts = ['name', '-name', 'created_at', '-created_at'] as const;

export const Route = createFileRoute('/_app/companies')({
  validateSearch: (search: Record<string, unknown>): CompaniesSearch => ({
    ...kept(search),
    sort: oneOf(sorts, search.sort),
    q: text(search.q),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.companies:read'),
  loader: texts('crm', 'fields'),
  component: Companies,
});

function Companies() {
  return (
    <CompaniesPage search={Route.useSearch()} onSearch={useOnSearch<CompaniesSearch>(Route.useNavigate())} />
  );
}
