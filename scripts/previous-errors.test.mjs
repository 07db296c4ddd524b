import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errors, isFault } from './previous-errors.mjs';

const BEFORE = `create table deals (id uuid, company_id uuid references companies, title text not null,
  constraint deals_contact_fk foreign key (contact_id) references contacts);`;
const ADDED = `alter table invoices add column series text not null;
alter table deals add constraint deals_title_check check (title <> '') not valid;`;
const fault = (message) =>
  isFault(`2026-11-30 12:00:00,123 ERROR [org.hib] (vert.x) failed\n  ${message}`, BEFORE, ADDED);

test('an entry is its line and those that follow until the next, and only errors are looked at', () => {
  const log = [
    '2026-11-30 12:00:00,123 INFO  [dev.pul] (main) started',
    '2026-11-30 12:00:01,123 ERROR [org.hib] (vert.x) not committed',
    'io.vertx.pgclient.PgException: ERROR: insert or update (23503)',
    '\tat somewhere',
    '2026-11-30 12:00:02,123 WARN  [dev.pul] (vert.x) an ERROR of somebody else',
    'more of it',
    '2026-11-30 12:00:03,123 ERROR [org.hib] (vert.x) once more',
  ].join('\n');
  assert.deepEqual(
    errors(log).map((entry) => entry.split('\n').length),
    [3, 1],
  );
});

test('what a constraint of the release before refuses is no fault, named or not', () => {
  assert.equal(
    fault(
      'Failed to commit transaction: ERROR: insert or update on table "deals" violates foreign key constraint "deals_contact_fk" (23503)',
    ),
    false,
  );
  assert.equal(
    fault(
      'ERROR: insert on table "contacts" violates foreign key constraint "contacts_company_id_fkey" (23503)',
    ),
    false,
  );
  assert.equal(
    fault('ERROR: null value in column "title" of relation "deals" violates not-null constraint (23502)'),
    false,
  );
});

test('what a constraint of this release refuses is a fault, and so is what is no constraint', () => {
  assert.equal(
    fault('ERROR: new row for relation "deals" violates check constraint "deals_title_check" (23514)'),
    true,
  );
  assert.equal(
    fault('ERROR: null value in column "series" of relation "invoices" violates not-null constraint (23502)'),
    true,
  );
  assert.equal(
    fault(
      'ERROR: insert or update on table "invoices" violates foreign key constraint "invoices_series_fkey" (23503)',
    ),
    true,
  );
  assert.equal(fault('ERROR: column "series" does not exist (42703)'), true);
  assert.equal(fault('java.lang.NullPointerException'), true);
});
