import type { Messages } from '../messages';
import { audit } from './audit';
import { auth } from './auth';
import { billing } from './billing';
import { calendar } from './calendar';
import { crm } from './crm';
import { customers } from './customers';
import { dashboard } from './dashboard';
import { fields } from './fields';
import { imports } from './imports';
import { jobs } from './jobs';
import { kit } from './kit';
import { portfolio } from './portfolio';
import { problem } from './problem';
import { settings } from './settings';
import { shell } from './shell';

const messages: Messages = {
  app: { name: 'Pulso' },
  audit,
  auth,
  billing,
  calendar,
  crm,
  customers,
  dashboard,
  fields,
  imports,
  jobs,
  kit,
  portfolio,
  problem,
  settings,
  shell,
};

export default messages;
