import { createFileRoute } from '@tanstack/react-router';
import { DealsPage } from '@/features/deals/DealsPage';
import { type DealsSearch, dealMarks, dealSorts, dealStatuses } from '@/features/deals/dealSearch';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { date, flag, id, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/deals')({
  validateSearch: (search: Record<string, unknown>): DealsSearch => ({
    ...kept(search),
    sort: oneOf(dealSorts, search.sort),
    status: oneOf(dealStatuses, search.status),
    pipeline_id: id(search.pipeline_id),
    stage_id: id(search.stage_id),
    owner_id: id(search.owner_id),
    company_id: id(search.company_id),
    lost_reason_id: id(search.lost_reason_id),
    mark: oneOf(dealMarks, search.mark),
    expected_close_on_from: date(search.expected_close_on_from),
    expected_close_on_to: date(search.expected_close_on_to),
    q: text(search.q),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.deals:read'),
  loader: texts('crm', 'fields'),
  component: Deals,
});

function Deals() {
  return <DealsPage search={Route.useSearch()} onSearch={useOnSearch<DealsSearch>(Route.useNavigate())} />;
}
