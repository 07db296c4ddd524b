import { createFileRoute } from '@tanstack/react-router';
import { RolesPage, type RolesSearch } from '@/features/access/RolesPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/settings/roles')({
  validateSearch: (search: Record<string, unknown>): RolesSearch => ({ role: text(search.role) }),
  beforeLoad: requires('access.roles:read'),
  loader: texts('access', 'permissions'),
  component: Page,
});

function Page() {
  return <RolesPage search={Route.useSearch()} onSearch={useOnSearch<RolesSearch>(Route.useNavigate())} />;
}
