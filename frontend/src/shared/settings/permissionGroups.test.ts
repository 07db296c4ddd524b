import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import texts from '@/shared/i18n/texts/permissions/pt-BR';
import { areaOf, groupPermissions, toggled } from './permissionGroups';

describe('the permission matrix', () => {
  it('has a name for every area that the contract knows', () => {
    const contract = readFileSync(
      resolve(import.meta.dirname, '../../../../openapi/dist/roles.properties'),
      'utf8',
    );
    const permissions = contract.match(/^permissions=(.*)$/m)?.[1]?.split(',') ?? [];
    expect(permissions.length).toBeGreaterThan(20);
    for (const permission of permissions) {
      const name = areaOf(permission)
        .split('.')
        .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], texts.areas);
      expect(name, permission).toBeTypeOf('string');
    }
  });

  it('groups permissions by area of work, and keeps those it does not know', () => {
    expect(
      groupPermissions([
        'crm.deals:read',
        'crm.deals:write',
        'jobs.runs:read',
        'jobs.runs:run',
        'people.users:read',
      ]),
    ).toEqual([
      { group: 'sales', areas: [{ area: 'crm.deals', actions: ['read', 'write'] }] },
      { group: 'company', areas: [{ area: 'people.users', actions: ['read'] }] },
      { group: 'system', areas: [{ area: 'jobs.runs', actions: ['read', 'run'] }] },
    ]);
  });

  it('has the areas in the order of the menu, new ones last', () => {
    const [sales] = groupPermissions([
      'crm.quotes:read',
      'crm.companies:read',
      'crm.leads:read',
      'crm.deals:read',
    ]);
    expect(sales?.areas.map(({ area }) => area)).toEqual([
      'crm.deals',
      'crm.leads',
      'crm.companies',
      'crm.quotes',
    ]);
  });

  it('lets nobody change what it cannot see', () => {
    expect(toggled([], 'crm.deals:write', true)).toEqual(['crm.deals:read', 'crm.deals:write']);
    expect(toggled(['crm.deals:read', 'crm.deals:write', 'jobs.runs:run'], 'crm.deals:read', false)).toEqual([
      'jobs.runs:run',
    ]);
    expect(toggled(['crm.deals:read', 'crm.deals:write'], 'crm.deals:write', false)).toEqual([
      'crm.deals:read',
    ]);
  });
});
