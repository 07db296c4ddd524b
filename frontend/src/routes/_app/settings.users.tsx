import { createFileRoute } from '@tanstack/react-router';
import { type UserSearch, UsersPage } from '@/features/settings/UsersPage';
import { requires } from '../-guard';
import { flag, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/settings/users')({
  validateSearch: (search: Record<string, unknown>): UserSearch => ({
    q: text(search.q),
    new: flag(search.new),
  }),
  beforeLoad: requires('users:read'),
  component: Page,
});

function Page() {
  return <UsersPage search={Route.useSearch()} onSearch={useOnSearch<UserSearch>(Route.useNavigate())} />;
}
