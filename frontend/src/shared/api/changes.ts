import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReadOperation } from './gen';

/** What a key that no operation makes begins with: answers that are put together from several of them. */
export type OwnKey = 'board' | 'combobox' | 'figures';

type Reading = ReadOperation | OwnKey;

/** They tell what they are about by its name. */
const activities = ['listActivities', 'getActivity'] as const;

/**
 * What has to be read again when a record of a kind has changed: its own lists and pages, whatever shows its name or sums it
 * up. The one place that knows it, for what is written here and for what others and jobs have changed (live events).
 */
const shownBy = {
  company: [
    ...[
      'listDuplicates',
      'listCompanies',
      'getCompany',
      'listContacts',
      'getContact',
      'listDeals',
      'getDeal',
      'board',
    ],
    ...activities,
  ],
  contact: ['listDuplicates', 'listContacts', 'getContact', 'listDeals', 'getDeal', 'board', ...activities],
  lead: [
    'listDuplicates',
    'listLeads',
    'getLead',
    'getLeadScore',
    'listTags',
    'getDashboardMetrics',
    ...activities,
  ],
  // What the score is made of is in the leads; they follow by their own events.
  lead_scoring: ['getLeadScoring', 'getLeadScore'],
  lead_source: ['getLeadSources'],
  duplicate: ['listDuplicates'],
  // The board itself is no answer to read again: it puts the card in its new place, and follows the events of others.
  deal: [
    ...['listDeals', 'getDeal', 'listDealLines', 'getDealClosing', 'listClosings', 'getDashboardMetrics'],
    'listStageStays',
    'getForecast',
    ...activities,
  ],
  closing: ['listClosings', 'getDealClosing'],
  goal: ['listGoals', 'getGoal'],
  product: ['listProducts', 'getProduct', 'listDealLines'],
  activity: [...activities, 'listNextSteps'],
  lost_reason: ['listLostReasons', 'getLostReason'],
  calendar_feed: ['getCalendarFeed'],
  file: ['listFiles'],
  pipeline: ['getForecast', 'listPipelines', 'getPipeline', 'getBoard', 'board', 'listDeals'],
  customer: [
    ...['listCustomers', 'getCustomer', 'listContracts', 'getContract', 'listInvoices', 'getInvoice'],
    'listDuplicates',
    ...['getDashboardMetrics', 'listRevenueMovements', 'listContractsNotBilled', ...activities],
  ],
  contract: [
    ...['listContracts', 'getContract', 'getPortfolioSummary', 'getDashboardMetrics'],
    ...['listRevenueMovements', 'listContractsNotBilled', ...activities],
  ],
  service_type: ['listServiceTypes', 'getPortfolioSummary'],
  invoice: [
    ...[
      'listInvoices',
      'getInvoice',
      'listPayments',
      'listAllPayments',
      'getInvoicePix',
      'getCustomerBalance',
    ],
    // Whether a customer is in good standing follows from what is overdue.
    ...['listCustomers', 'getCustomer', 'getDashboardMetrics', 'listContractsNotBilled'],
  ],
  payment: ['listInvoices', 'getInvoice', 'listPayments', 'getCustomerBalance', 'getDashboardMetrics'],
  dead_letter: ['listDeadLetters'],
  import: ['listImports', 'getImport'],
  job_run: ['listJobs', 'listJobRuns', 'getJobRun', 'previewJob', 'getAuditIntegrity'],
  user: [
    ...['listUsers', 'getUser', 'listTeams', 'listLeads', 'listDeals', 'getDeal', 'getLead', 'board'],
    ...activities,
  ],
  role: ['listRoles', 'getRole', 'listUsers', 'getProfile'],
  team: ['listTeams', 'listUsers', 'getUser'],
  invitation: ['listInvitations', 'listUsers'],
  api_key: ['listApiKeys'],
  tenant: ['getTenant', 'getLogo', 'listMyTenants'],
  business_hours: ['getBusinessHours'],
  holiday: ['listHolidays', 'listNationalHolidays'],
  profile: ['getProfile'],
  session: ['listSessions'],
  view: ['listViews'],
  notification: ['listNotifications', 'countUnreadNotifications'],
  notification_preferences: ['getNotificationPreferences'],
  custom_field: ['listCustomFields', 'getCustomField'],
  bulk_job: ['getBulkJob', 'listBulkRefused'],
  export: ['listExports', 'getExport'],
  /** Everything that is written leaves a line there. */
  audit: ['listAudit'],
} as const satisfies Record<string, readonly string[]>;

/** The kinds of records, by the names that the events of the live stream use. */
export type RecordKind = keyof typeof shownBy;

/**
 * Whatever the kind: the searches that offer records by name, the trail, and what has happened to the record on screen and
 * around it.
 */
const always: readonly Reading[] = [
  'combobox',
  'figures',
  'search',
  'listAudit',
  'listLeadTimeline',
  'listDealTimeline',
  'listCompanyTimeline',
  'listContactTimeline',
  'listCustomerTimeline',
  'listContractTimeline',
  'listInvoiceTimeline',
  'getLeadLoop',
  'getDealLoop',
  'getCompanyLoop',
  'getContactLoop',
  'getCustomerLoop',
  'getContractLoop',
  'getInvoiceLoop',
];

export const readingsOf = (...kinds: readonly RecordKind[]): ReadonlySet<Reading> =>
  new Set([...kinds.flatMap((kind) => shownBy[kind] as readonly Reading[]), ...always]);

/** Every answer that some change makes old. */
export const allReadings = (): ReadonlySet<Reading> => readingsOf(...(Object.keys(shownBy) as RecordKind[]));

/** `deal.updated` is about deals; nothing for an event that this version of the app does not know. */
export function kindOf(eventType: string): RecordKind | undefined {
  const kind = eventType.split('.')[0] ?? '';
  return Object.hasOwn(shownBy, kind) ? (kind as RecordKind) : undefined;
}

/** The generated keys carry their operation in `_id`; own ones are names. */
export function shows(kinds: readonly RecordKind[] | 'all'): (query: Pick<Query, 'queryKey'>) => boolean {
  const readings: ReadonlySet<string> = kinds === 'all' ? allReadings() : readingsOf(...kinds);
  return ({ queryKey }) => {
    const first = queryKey[0] as { _id?: string } | string | undefined;
    const name = typeof first === 'object' ? first?._id : first;
    return name !== undefined && readings.has(name);
  };
}

/** The same after a write whose answer is kept under `known` already: that alone need not be read. */
export function changedBut(client: QueryClient, known: QueryKey, ...kinds: RecordKind[]): Promise<void> {
  const shown = shows(kinds);
  const same = hashKey(known);
  return client.invalidateQueries({ predicate: (query) => shown(query) && query.queryHash !== same });
}

/** Records of these kinds have been written: what shows them is read again. Ends when what is on screen has been. */
export function changed(client: QueryClient, ...kinds: RecordKind[]): Promise<void> {
  return client.invalidateQueries({ predicate: shows(kinds) });
}
