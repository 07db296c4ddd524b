import { createFileRoute } from '@tanstack/react-router';
import { type UserSearch, UsersPage } from '@/features/access/UsersPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, id, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/settings/users')({
  validateSearch: (search: Record<string, unknown>): UserSearch => ({
    q: text(search.q),
    role: text(search.role),
    team: id(search.team),
    status: oneOf(['active', 'disabled'], search.status),
    id: id(search.id),
    new: flag(search.new),
    invite: flag(search.invite),
  }),
  beforeLoad: requires('people.users:read'),
  loader: texts('access', 'permissions'),
  component: Page,
});

function Page() {
  return <UsersPage search={Route.useSearch()} onSearch={useOnSearch<UserSearch>(Route.useNavigate())} />;
}
