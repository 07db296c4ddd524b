import { createFileRoute } from '@tanstack/react-router';
import { DuplicatesPage } from '@/features/duplicates/DuplicatesPage';
import { type DuplicatesSearch, duplicateKinds } from '@/features/duplicates/duplicateKinds';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, oneOf, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/duplicates')({
  validateSearch: (search: Record<string, unknown>): DuplicatesSearch => ({
    kind: oneOf(duplicateKinds, search.kind),
    dismissed: flag(search.dismissed),
  }),
  beforeLoad: requires('crm.leads:read'),
  loader: texts('duplicates', 'fields'),
  component: Page,
});

function Page() {
  return (
    <DuplicatesPage
      search={Route.useSearch()}
      onSearch={useOnSearch<DuplicatesSearch>(Route.useNavigate())}
    />
  );
}
