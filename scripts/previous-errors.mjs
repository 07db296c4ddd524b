// node previous-errors.mjs LOG OLD NEW: the faults among what the release before has logged as errors on this release's schema; exits 1
// when there are any. OLD and NEW are the folders of the two releases' changesets. What a constraint refused that was there before is
// none: the release before refuses it on its own schema too, and its answer has been held against its contract.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BEGIN = /^\d{4}-\d\d-\d\d[ T]\S+ +([A-Z]+) /;
const REFUSED = /\(23\d{3}\)|SQLSTATE:? 23\d{3}/;

/** The entries of that level, each with the lines that belong to it, such as a stack trace. */
export function errors(log) {
  const entries = [];
  let level = '';
  for (const line of log.split('\n')) {
    const begin = BEGIN.exec(line);
    if (begin) {
      level = begin[1];
      if (level === 'ERROR') entries.push([]);
    }
    if (level === 'ERROR') entries.at(-1).push(line);
  }
  return entries.map((lines) => lines.join('\n'));
}

/**
 * @param before the changesets of the release before, as text
 * @param added what is in this release's changesets alone
 */
export function isFault(entry, before, added) {
  if (!REFUSED.test(entry)) return true;
  const names = (text) => (word) => new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
  const [, column, relation] = /null value in column "(\w+)" of relation "(\w+)"/.exec(entry) ?? [];
  if (column)
    return added
      .split(';')
      .filter((statement) => /not null/i.test(statement))
      .some((statement) => [column, relation].every(names(statement)));
  const constraint = /constraint "(\w+)"/.exec(entry)?.[1];
  if (!constraint || names(added)(constraint)) return true;
  if (names(before)(constraint)) return false;
  // PostgreSQL has named it, after its table: new where the new changesets say anything about that.
  const table = /(?:on table|for relation|of relation) "(\w+)"/.exec(entry)?.[1];
  return table === undefined || names(added)(table);
}

function changesets(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.sql'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [log, before, now] = process.argv.slice(2);
  const old = changesets(before);
  const known = new Set(old.flatMap((text) => text.split('\n')));
  const added = changesets(now).flatMap((text) =>
    text.split('\n').filter((line) => !known.has(line) && !line.startsWith('-- ')),
  );
  const found = errors(readFileSync(log, 'utf8'));
  const faults = found.filter((entry) => isFault(entry, old.join('\n'), added.join('\n')));
  for (const fault of faults) console.log(fault);
  console.log(
    `${found.length} errors were logged: ${found.length - faults.length} refusals by constraints that were there before, ${faults.length} faults`,
  );
  process.exit(faults.length ? 1 : 0);
}
