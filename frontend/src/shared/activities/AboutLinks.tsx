import type { ActivitySummary } from '@/shared/api/gen';
import { RecordLink } from '@/shared/records/RecordLink';
import { type AboutKind, aboutOf } from './about';

/** What it is about, each a link; `but` leaves out the page one is on. */
export function AboutLinks({
  activity,
  most = 2,
  but = [],
}: {
  activity: ActivitySummary;
  most?: number;
  but?: readonly AboutKind[];
}) {
  const about = aboutOf(activity)
    .filter(({ kind }) => !but.includes(kind))
    .slice(0, most);
  return about.map(({ id, name, kind }, index) => (
    <span key={id}>
      {index > 0 && <span className="text-ink-3"> · </span>}
      <span className="relative z-1" title={name}>
        <RecordLink kind={kind} id={id}>
          {name}
        </RecordLink>
      </span>
    </span>
  ));
}
