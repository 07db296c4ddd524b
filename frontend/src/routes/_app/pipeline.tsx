import { createFileRoute, useRouter } from '@tanstack/react-router';
import { dealMarks } from '@/features/deals/dealSearch';
import { PipelinePage, type PipelineSearch } from '@/features/deals/PipelinePage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/pipeline')({
  validateSearch: (search: Record<string, unknown>): PipelineSearch => ({
    pipeline: text(search.pipeline),
    owner: text(search.owner),
    q: text(search.q),
    mark: oneOf(dealMarks, search.mark),
    deal: text(search.deal),
    new: flag(search.new),
    stage: text(search.stage),
    ...kept(search),
  }),
  beforeLoad: requires('crm.deals:read'),
  loader: texts('crm', 'fields'),
  component: Pipeline,
});

function Pipeline() {
  const search = Route.useSearch();
  const router = useRouter();
  const onSearch = useOnSearch<PipelineSearch>(Route.useNavigate());
  return (
    <PipelinePage
      search={search}
      onSearch={onSearch}
      hrefOf={(deal) => router.buildLocation({ to: '/pipeline', search: { ...search, deal } }).href}
    />
  );
}
