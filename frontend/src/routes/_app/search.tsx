import { createFileRoute } from '@tanstack/react-router';
import { type PageSearch, SearchPage } from '@/features/search/SearchPage';
import { texts } from '@/shared/i18n';
import { text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/search')({
  validateSearch: (search: Record<string, unknown>): PageSearch => ({
    q: text(search.q),
    // One that there is not shows all.
    kind: text(search.kind) as PageSearch['kind'],
  }),
  loader: texts('search'),
  component: Search,
});

function Search() {
  return <SearchPage search={Route.useSearch()} onSearch={useOnSearch<PageSearch>(Route.useNavigate())} />;
}
