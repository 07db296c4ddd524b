import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  newKey: 'New key',
  newKeyText: 'For a program that uses the API in place of a person. Tick only what it needs.',
  createKey: 'Create key',
  keyName: 'What it is for',
  keyPrefix: 'Begins with',
  keyScopes: 'Permissions',
  keyUsed: 'Last used',
  keyExpires: 'Expires on',
  keyActions: 'Actions',
  keyLifetime: 'Valid for',
  lifetimes: {
    '30': '30 days',
    '90': '90 days',
    '365': '1 year',
    never: 'No end',
  },
  keyStatus: {
    active: 'Active',
    expired: 'Expired',
    revoked: 'Revoked',
  },
  keyNeedsScope: 'Tick at least one permission.',
  keyMade: 'Key created',
  keyOnce: 'Copy it now: for safety it is not shown again. Keep it like a password.',
  keySecret: 'Key',
  keyCopied: 'Key copied',
  keyKept: 'I have kept it',
  keyReplaced: 'Replaced',
  keyUntil: 'Until {{at}}',
  rotateKey: 'Rotate',
  rotateKeyOf: 'Rotate {{name}}',
  rotateKeyText:
    'Makes a new key with the same permissions. The old one goes on working for a while, so that the program can change over without a pause.',
  rotateOverlap: 'The old key works for',
  rotateOverlaps: {
    '0': 'Not at all',
    '24': 'One day more',
    '72': 'Three days more',
    '168': 'A week more',
  },
  revokeKey: 'Revoke',
  revokeKeyOf: 'Revoke {{name}}',
  revokeKeyText: 'The program that uses it loses access now, and the key does not come back.',
  keyRevoked: 'Key revoked',
  noKeysTitle: 'No keys yet',
  noKeysText: 'Make one for each program that works with Pulso.',
};
export default en;
