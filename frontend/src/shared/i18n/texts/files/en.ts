import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  title: 'Files',
  add: 'Add a file',
  none: 'No files. Drag them here, paste or choose.',
  noneToSee: 'No files.',
  drop: 'Drop to keep it here',
  sending: 'Sending {{name}}',
  cancel: 'Cancel sending {{name}}',
  again: 'Try again: {{name}}',
  dismiss: 'Leave {{name}}',
  tooLarge: 'A file may have up to 50 MB.',
  open: 'See {{name}}',
  save: 'Download {{name}}',
  saveShort: 'Download',
  remove: 'Delete {{name}}',
  removed: 'File deleted: {{name}}',
  notRemoved: 'The file was not deleted: {{name}}',
  missing: 'Its content is no longer in the store.',
  notShown: 'The file could not be shown.',
  notHere: 'This kind of file is not shown here. Download it to see it.',
  bytes: {
    b: '{{formatted}} B',
    kb: '{{formatted}} kB',
    mb: '{{formatted}} MB',
    gb: '{{formatted}} GB',
  },
};
export default en;
