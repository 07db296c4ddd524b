import { createFileRoute } from '@tanstack/react-router';
import { TeamsPage } from '@/features/access/TeamsPage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/teams')({
  beforeLoad: requires('people.users:read'),
  component: TeamsPage,
});
