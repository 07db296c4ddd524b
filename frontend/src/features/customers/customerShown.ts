import type { CustomerSummary } from '@/shared/api/gen';
import { formatPhone } from '@/shared/format/phone';
import { shownOf } from '@/shared/records/shown';

/** What is shown of a customer as it is written down: among the facts of its page, and in the list where it has a column. */
export const customerShown = shownOf<CustomerSummary>()({
  email: { link: 'mailto:', column: {} },
  phone: { format: formatPhone, link: 'tel:', column: { width: '9rem', hideBelow: 'lg' } },
  website: { link: 'site', column: { hideBelow: '2xl' } },
  external_id: {},
});
