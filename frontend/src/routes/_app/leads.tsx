import { createFileRoute } from '@tanstack/react-router';
import { LeadsPage, type LeadsSearch } from '@/features/leads/LeadsPage';
import { leadSorts, leadStages } from '@/features/leads/leadStages';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, id, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/leads')({
  validateSearch: (search: Record<string, unknown>): LeadsSearch => ({
    ...kept(search),
    sort: oneOf(leadSorts, search.sort),
    stage: oneOf(leadStages, search.stage),
    source: text(search.source),
    owner_id: id(search.owner_id),
    tag: text(search.tag),
    q: text(search.q),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.leads:read'),
  loader: texts('crm', 'fields'),
  component: Leads,
});

function Leads() {
  return <LeadsPage search={Route.useSearch()} onSearch={useOnSearch<LeadsSearch>(Route.useNavigate())} />;
}
