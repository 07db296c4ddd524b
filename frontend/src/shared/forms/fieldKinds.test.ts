import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { email, fieldsOf, requiredText, text } from './fieldKinds';

const fields = fieldsOf<{ name: string; city: string | null; email: string | null }>()({
  name: requiredText(3),
  city: text(5),
  email,
});
const messages = (name: string, city = '') =>
  fields
    .schema(i18next.t)
    .safeParse({ name, city, email: '' })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('how long a text may be', () => {
  it('is counted in characters, as the server does, and not in halves of them', () => {
    expect(messages('🚀🚀🚀')).toBeUndefined();
    expect(messages('𝒫ão')).toBeUndefined();
    expect(messages('🚀🚀🚀🚀')).toEqual(['name: No máximo 3 caracteres.']);
    expect(messages('ação')).toEqual(['name: No máximo 3 caracteres.']);
  });

  it('is that of what is sent: spaces around it do not count', () => {
    expect(messages('  abc  ', ' 12345 ')).toBeUndefined();
    expect(messages('abc', '123456')).toEqual(['city: No máximo 5 caracteres.']);
  });
});
