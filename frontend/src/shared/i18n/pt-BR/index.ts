import { auth } from './auth';
import { crm } from './crm';
import { kit } from './kit';
import { problem } from './problem';
import { shell } from './shell';

export default {
  app: { name: 'Pulso' },
  auth,
  crm,
  kit,
  problem,
  shell,
} as const;
