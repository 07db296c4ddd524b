import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  label: 'Views',
  all: 'All',
  add: 'View',
  addHint: 'Save the present filters and columns as a view',
  changed: 'View changed',
  save: 'Save',
  saveAs: 'Save as',
  back: 'Revert',
  options: 'Options of the view {{name}}',
  edit: 'Rename and share',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  duplicate: 'Save a copy',
  delete: 'Delete view',
  new: 'New view',
  name: 'Name',
  visibility: 'Who sees it',
  circles: {
    private: 'Only me',
    team: 'My team',
    company: 'The whole company',
  },
  grants: 'A view grants nothing: everybody sees in it the records that they reach anyway.',
  saved: 'View saved',
  deleted: 'View deleted',
  gone: 'That view is not there any more',
  stale_one: 'This view filters by {{names}}, which is not there any more.',
  stale_other: 'This view filters by {{names}}, which are not there any more.',
  saveWithout: 'Save without it',
  shared: 'Shared',
  copyOf: '{{name}} (copy)',
  rowsMore: 'more than {{formatted}} records',
};

export default en;
