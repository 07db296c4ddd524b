import { expect, it } from 'vitest';
import { keyOf } from './keyOf';

it.each([
  ['Empresa com mais de 50 pessoas', 'empresa_com_mais_de_50_pessoas'],
  ['  Indicação!  ', 'indicacao'],
  ['50 pessoas', 'pessoas'],
  ['🎪', 'x'],
  ['', ''],
  ['a'.repeat(60), 'a'.repeat(40)],
])('the key of “%s” is %s', (name, key) => expect(keyOf(name)).toBe(key));
