import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/PageHeader';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/companies')({
  beforeLoad: requires('crm.companies:read'),
  component: Page,
});

function Page() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.nav.companies')} />;
}
