import { expect, it } from 'vitest';
import { codeOf } from './serviceTypeCode';

it('makes a code of a name', () => {
  expect(codeOf('Gestão de redes (mensal)')).toBe('gestao_de_redes_mensal');
  expect(codeOf('3D Impressão')).toBe('d_impressao');
  expect(codeOf('  ')).toBe('');
});
