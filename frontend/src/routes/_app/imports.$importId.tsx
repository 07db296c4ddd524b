import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/imports/ImportPage';
import { loadTexts } from '@/shared/i18n';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/imports/$importId')({
  beforeLoad: requires('imports.imports:read'),
  // What is no id leads nowhere: nobody is asked for it.
  loader: ({ params }) => {
    requireId(params.importId);
    return loadTexts(['fields', 'imports']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { importId } = Route.useParams();
  return <ImportPage key={importId} id={importId} />;
}
