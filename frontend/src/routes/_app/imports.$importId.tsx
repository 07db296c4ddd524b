import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/imports/ImportPage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/imports/$importId')({
  beforeLoad: requires('imports:read'),
  component: Page,
});

function Page() {
  const { importId } = Route.useParams();
  return <ImportPage key={importId} id={importId} />;
}
