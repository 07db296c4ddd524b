import { createFileRoute } from '@tanstack/react-router';
import { TeamsPage } from '@/features/access/TeamsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/teams')({
  beforeLoad: requires('people.users:read'),
  loader: texts('access'),
  component: TeamsPage,
});
