import type { ResourceKind } from '@/shared/resources';

/** The records that were last listed, by kind: who opens one of them on its page goes on from there. */
const listed = new Map<ResourceKind, readonly string[]>();

export const keepWalk = (kind: ResourceKind, ids: readonly string[]): void => void listed.set(kind, ids);

export interface Walk {
  /** Counted from one; nothing when the record is not among them. */
  at: number;
  count: number;
  previous?: string;
  next?: string;
}

/** Where a record stands among those that were listed. */
export function walkOf(ids: readonly string[], id: string): Walk | null {
  const at = ids.indexOf(id);
  return at < 0 ? null : { at: at + 1, count: ids.length, previous: ids[at - 1], next: ids[at + 1] };
}

export const walkFrom = (kind: ResourceKind, id: string): Walk | null => walkOf(listed.get(kind) ?? [], id);
