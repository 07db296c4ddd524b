import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  which: 'Pipeline',
  stages: 'Stages',
  stagesText:
    'Their order is that of the board. After so many days in a stage its card is marked (0: never). To come into a stage a deal must have what it requires.',
  saved: 'Stages saved',
  name: 'Name of the stage',
  newStage: 'new stage',
  probability: 'Chance to win in {{name}}, in %',
  rotting: 'Days until a deal rots in {{name}}',
  days: 'days',
  types: { open: 'Open', won: 'Won', lost: 'Lost' },
  required: 'What {{name}} requires',
  nothing: 'Nothing required',
  requires_one: '{{count}} field required',
  requires_other: '{{count}} fields required',
  fields: {
    amount: 'Amount',
    company: 'Company',
    contact: 'Contact',
    expected_close: 'Expected close',
    owner: 'Owner',
    lines: 'Product lines',
  },
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  remove: 'Remove {{name}}',
  goTo: 'Deals of {{name}} go to',
  add: 'Add a stage',
  reasons: 'Lost reasons',
  reasonsText:
    'What is chosen when a deal is lost. Another name is that of deals lost before as well; an archived one is offered no more.',
  reasonName: 'Name of the reason',
  archived: 'Archived',
  archive: 'Archive {{name}}',
  restore: 'Offer {{name}} again',
  newReason: 'New reason',
  addReason: 'Add',
};
export default en;
