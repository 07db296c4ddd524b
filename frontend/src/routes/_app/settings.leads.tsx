import { createFileRoute } from '@tanstack/react-router';
import { LeadSettingsPage } from '@/features/scoring/LeadSettingsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/leads')({
  beforeLoad: requires('crm.leads:read'),
  loader: texts('fields', 'scoring'),
  component: LeadSettingsPage,
});
