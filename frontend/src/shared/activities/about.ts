import type { ActivitySummary, NamedRecord } from '@/shared/api/gen';

/** The kinds of records that something is done about, those that say most of it first. */
export const aboutKinds = ['deal', 'lead', 'contract', 'customer', 'company', 'contact'] as const;
export type AboutKind = (typeof aboutKinds)[number];
/** The ids of what something is about, by the fields that the API has for them. */
export type AboutIds = { [K in AboutKind as `${K}_id`]?: string | null };

export interface About extends NamedRecord {
  kind: AboutKind;
}

/** What it is about, as far as the person may know of it: names are told to who may read the kind. */
export function aboutOf(activity: ActivitySummary): About[] {
  return aboutKinds.flatMap((kind) => {
    const named = activity[kind];
    return named ? [{ ...named, kind }] : [];
  });
}
