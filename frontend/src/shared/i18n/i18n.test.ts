import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { allTexts, keysOf } from '../testing/texts';

const portuguese = keysOf(allTexts('pt-BR'));
const english = keysOf(allTexts('en'));
const variables = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['gen', 'i18n'].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|gen)\./.test(entry.name) ? [path] : [];
  });
}

describe('texts', () => {
  it('both languages have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...portuguese.keys()].sort());
  });

  it('no text is empty, and both languages fill in the same values', () => {
    for (const [key, text] of portuguese) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).not.toBe('');
      expect(variables(english.get(key) ?? ''), key).toEqual(variables(text));
    }
  });

  it('every text with a count has its singular and its plural', () => {
    for (const key of portuguese.keys()) {
      if (key.endsWith('_one')) expect(portuguese.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(portuguese.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });

  it('none are many', () => {
    const people = (count: number) => i18next.t('access.people', { count });
    expect([0, 1, 2].map(people)).toEqual(['0 pessoas', '1 pessoa', '2 pessoas']);
  });

  it('every text is used', () => {
    const code = sources(resolve(import.meta.dirname, '../..'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // `t('crm.lead.stage.new')` names a text; t(`crm.lead.stage.${stage}`) names all that start alike, as does `texts="crm.lead.list"`.
    const prefixes = [...code.matchAll(/`([\w.]+)\.\$\{|\btexts="([\w.]+)"/g)].map(
      (match) => `${match[1] ?? match[2]}.`,
    );
    const unused = [...portuguese.keys()].filter((key) => {
      const base = key.replace(/_(one|other|many)$/, '');
      // The kit's words (save, cancel, ...) are there for every screen, used yet or not.
      if (key.startsWith('kit.')) return false;
      return !code.includes(`'${base}'`) && !prefixes.some((prefix) => key.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });
});
