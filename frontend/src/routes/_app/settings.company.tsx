import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '@/features/company/CompanyPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/company')({
  beforeLoad: requires('company.settings:read'),
  loader: texts('company'),
  component: CompanyPage,
});
