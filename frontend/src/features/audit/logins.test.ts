import { expect, it } from 'vitest';
import type { AuditEntry } from '@/shared/api/gen';
import { withoutVisits } from './logins';

const entry = (id: string, rest: Partial<AuditEntry>): AuditEntry => ({
  id,
  at: '2026-11-29T10:00:00Z',
  actor: 'user:u1',
  entity: 'users',
  entity_id: 'u1',
  action: 'update',
  request_id: 'r1',
  ...rest,
});
const login = entry('login', { entity: 'sessions', action: 'insert', after: { user_id: 'u1' } });
const visit = (request: string, more: object = {}) =>
  entry(`visit-${request}`, {
    request_id: request,
    before: { last_login_at: '2026-11-28', version: 3, name: 'Ana' },
    after: { last_login_at: '2026-11-29', version: 4, name: 'Ana', ...more },
  });

it('a login is one row', () => {
  expect(withoutVisits([visit('r1'), login]).map(({ id }) => id)).toEqual(['login']);
});

it('what else was changed, or belongs to no login, stays', () => {
  const changed = visit('r1', { name: 'Ana Maria' });
  const alone = visit('r2');
  expect(withoutVisits([changed, login, alone])).toEqual([changed, login, alone]);
});
