import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '@/features/company/CompanyPage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/company')({
  beforeLoad: requires('company.settings:read'),
  component: CompanyPage,
});
