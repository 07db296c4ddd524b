import { createFileRoute } from '@tanstack/react-router';
import { CustomFieldsPage, type CustomFieldsSearch } from '@/features/custom-fields/CustomFieldsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { oneOf, useOnSearch } from '../-search';

const kinds = ['leads', 'deals', 'companies', 'contacts', 'customers'] as const;

export const Route = createFileRoute('/_app/settings/fields')({
  validateSearch: (search: Record<string, unknown>): CustomFieldsSearch => ({
    kind: oneOf(kinds, search.kind),
  }),
  beforeLoad: requires('company.settings:read'),
  loader: texts('customFields'),
  component: Page,
});

function Page() {
  return (
    <CustomFieldsPage
      search={Route.useSearch()}
      onSearch={useOnSearch<CustomFieldsSearch>(Route.useNavigate())}
    />
  );
}
