import { createFileRoute } from '@tanstack/react-router';
import { JobsPage } from '@/features/jobs/JobsPage';
import { texts } from '@/shared/i18n';
import { SettingsLayout } from '@/shared/settings/SettingsLayout';
import { requires } from '../-guard';
import { text } from '../-search';

export const Route = createFileRoute('/_app/jobs')({
  validateSearch: (search: Record<string, unknown>): { job?: string } => ({ job: text(search.job) }),
  beforeLoad: requires('jobs.runs:read'),
  loader: texts('jobs'),
  component: Page,
});

function Page() {
  const { job } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <SettingsLayout>
      <JobsPage job={job} onJob={(next) => void navigate({ search: { job: next } })} />
    </SettingsLayout>
  );
}
