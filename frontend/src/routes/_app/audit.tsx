import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '@/features/audit/AuditPage';
import { type AuditSearch, auditActions } from '@/features/audit/auditSearch';
import { texts } from '@/shared/i18n';
import { SettingsLayout } from '@/shared/settings/SettingsLayout';
import { requires } from '../-guard';
import { date, id, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/audit')({
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    entity: text(search.entity)?.match(/^[a-z_]{1,63}$/)?.[0],
    entity_id: id(search.entity_id),
    actor_id: id(search.actor_id),
    action: oneOf(auditActions, search.action),
    from: date(search.from),
    to: date(search.to),
    id: id(search.id),
  }),
  beforeLoad: requires('audit.entries:read'),
  loader: texts('audit', 'billing', 'calendar', 'crm', 'customers', 'fields', 'jobs', 'permissions'),
  component: Page,
});

function Page() {
  return (
    <SettingsLayout>
      <AuditPage search={Route.useSearch()} onSearch={useOnSearch<AuditSearch>(Route.useNavigate())} />
    </SettingsLayout>
  );
}
