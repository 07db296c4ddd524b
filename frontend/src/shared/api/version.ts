import { toProblem } from './problem';

/** What every record carries that more than one person may write. */
export interface Versioned {
  id: string;
  version: number;
}

/** `If-Match`: the write is refused (412) when the record has changed since this version. */
export const basedOn = (version: number) => ({ 'If-Match': `"${version}"` });

/** A write to a record, based on the version that is known of it. */
export const writeTo = <B>({ id, version }: Versioned, body: B) => ({
  path: { id },
  headers: basedOn(version),
  body,
});

/** The same for a step that says nothing else (freeze, reopen). */
export const stepOf = ({ id, version }: Versioned) => ({ path: { id }, headers: basedOn(version) });

/** The record is in another state than the one this was tried on: stale, or a step that it does not take any more. */
export function isConflict(error: unknown): boolean {
  return [409, 412].includes(toProblem(error).status);
}

/** Somebody else was first: what is known of the record is no longer true. */
export function isStale(error: unknown): boolean {
  const problem = toProblem(error);
  return problem.status === 412 || (problem.status === 409 && problem.code === 'changed_meanwhile');
}
