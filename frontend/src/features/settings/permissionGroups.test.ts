import { describe, expect, it } from 'vitest';
import { groupPermissions, toggled } from './permissionGroups';

describe('the permission matrix', () => {
  it('groups permissions by area of work, and keeps those it does not know', () => {
    expect(
      groupPermissions(['crm.deals:read', 'crm.deals:write', 'jobs:read', 'jobs:run', 'users:read']),
    ).toEqual([
      { group: 'sales', areas: [{ area: 'crm.deals', actions: ['read', 'write'] }] },
      { group: 'company', areas: [{ area: 'users', actions: ['read'] }] },
      { group: 'system', areas: [{ area: 'jobs', actions: ['read', 'run'] }] },
    ]);
  });

  it('lets nobody change what it cannot see', () => {
    expect(toggled([], 'crm.deals:write', true)).toEqual(['crm.deals:read', 'crm.deals:write']);
    expect(toggled(['crm.deals:read', 'crm.deals:write', 'jobs:run'], 'crm.deals:read', false)).toEqual([
      'jobs:run',
    ]);
    expect(toggled(['crm.deals:read', 'crm.deals:write'], 'crm.deals:write', false)).toEqual([
      'crm.deals:read',
    ]);
  });
});
