import { HttpResponse, http, type JsonBodyType } from 'msw';
import { at, problem, server, versionOf } from '@/shared/testing/server';

/** An answer that is given when the test says so. */
export function later<T extends object>(path: string, record: T) {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  server.use(
    http.get(at(path), async () => {
      await given;
      return HttpResponse.json(record);
    }),
  );
  return () => give();
}

/** What is sent to change the record, which then has it. */
export function patches<T extends { version: number }>(path: string, record: T): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.patch(at(path), async ({ request }) => {
      const body = (await request.json()) as Partial<T>;
      sent.push([versionOf(request), body]);
      return HttpResponse.json({ ...record, ...body, version: record.version + 1 });
    }),
  );
  return sent;
}

/**
 * A record at `path` that somebody else changes to `theirs` just before the first write arrives: that one is refused, the next
 * one is taken when it is based on the version that is true. Gives back what was sent.
 */
export function serveChanging<R extends { version: number }>(
  path: string,
  mine: R,
  theirs: R,
  listed?: { path: string; of: (record: R) => JsonBodyType },
) {
  let present = mine;
  const sent: unknown[] = [];
  server.use(
    http.get(at(path), () => HttpResponse.json(present as unknown as JsonBodyType)),
    ...(listed ? [http.get(at(listed.path), () => HttpResponse.json(listed.of(present)))] : []),
    http.patch(at(path), async ({ request }) => {
      const body = (await request.json()) as Partial<R>;
      sent.push({ version: versionOf(request), ...body });
      if (present === mine) present = theirs;
      if (versionOf(request) !== present.version) return problem(412, 'stale');
      present = { ...present, ...body, version: present.version + 1 };
      return HttpResponse.json(present as unknown as JsonBodyType);
    }),
  );
  return sent;
}

/** The id of a record, told from others by how it ends. */
export const id = (last: string) => `01939f6c-7a3e-7cc1-9c0e-${last.padStart(12, '0')}`;

/** The only page of a list. */
export const page = <T>(...data: T[]) => ({ data, next_cursor: null });

/** What a role may do that reads and writes these. */
export const readsAndWrites = (...modules: string[]) =>
  modules.flatMap((module) => [`${module}:read`, `${module}:write`]);
