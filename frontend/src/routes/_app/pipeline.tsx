import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/PageHeader';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/pipeline')({
  validateSearch: (search: Record<string, unknown>): { new?: true } => ({
    new: search.new === true || undefined,
  }),
  beforeLoad: requires('crm.deals:read'),
  component: Page,
});

function Page() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.nav.pipeline')} />;
}
