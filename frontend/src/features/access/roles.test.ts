import { expect, it } from 'vitest';
import type { Role } from '@/shared/api/gen';
import { ownedKinds } from './roles';

it('the kinds that have an owner are those the server tells, in the order of the menu', () => {
  const roles: Pick<Role, 'record_scopes'>[] = [
    { record_scopes: { tickets: 'all', leads: 'own' } },
    { record_scopes: { leads: 'all', deals: 'team' } },
  ];
  expect(ownedKinds(roles)).toEqual(['deals', 'leads', 'tickets']);
  expect(ownedKinds([])).toEqual([]);
});
