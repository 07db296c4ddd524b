import { type ContractSearch, contractSorts } from '@/features/portfolio/portfolioSearch';
import { billingCycles, contractStatuses } from '@/shared/states/states';
import { date, flag, id, kept, oneOf, text } from './-search';

/** What the contract list and the portfolio have in common. */
export function contractSearch(search: Record<string, unknown>): ContractSearch {
  return {
    ...kept(search),
    q: text(search.q),
    service_type: text(search.service_type),
    status: oneOf(contractStatuses, search.status),
    billing_cycle: oneOf(billingCycles, search.billing_cycle),
    customer_id: id(search.customer_id),
    end_on_from: date(search.end_on_from),
    end_on_to: date(search.end_on_to),
    next_review_on_to: date(search.next_review_on_to),
    sort: oneOf(contractSorts, search.sort),
    id: id(search.id),
    new: flag(search.new),
  };
}
