import { createFileRoute } from '@tanstack/react-router';
import { ImportsPage } from '@/features/imports/ImportsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { oneOf } from '../-search';

const entities = ['deals', 'contracts'] as const;

export const Route = createFileRoute('/_app/imports/')({
  validateSearch: (search: Record<string, unknown>): { entity?: (typeof entities)[number] } => ({
    entity: oneOf(entities, search.entity),
  }),
  beforeLoad: requires('imports.imports:read'),
  loader: texts('fields', 'imports'),
  component: Page,
});

function Page() {
  const { entity } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ImportsPage
      entity={entity ?? 'deals'}
      onEntity={(next) => void navigate({ search: { entity: next }, replace: true })}
    />
  );
}
