import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  name: 'Pulso',
};
export default en;
