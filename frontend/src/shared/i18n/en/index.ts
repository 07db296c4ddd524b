import type { Messages } from '..';
import { auth } from './auth';
import { crm } from './crm';
import { kit } from './kit';
import { problem } from './problem';
import { shell } from './shell';

const messages: Messages = {
  app: { name: 'Pulso' },
  auth,
  crm,
  kit,
  problem,
  shell,
};

export default messages;
