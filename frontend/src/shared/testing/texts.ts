import type { Language } from '@/shared/i18n';

const files = import.meta.glob<object>('../i18n/texts/*/*.ts', { import: 'default', eager: true });

/** All texts of a language, for tests: the app never has them at once. */
export function allTexts(language: Language): Record<string, object> {
  const found: Record<string, object> = {};
  for (const [file, texts] of Object.entries(files)) {
    const [, namespace = '', of] = /\/(\w+)\/([\w-]+)\.ts$/.exec(file) ?? [];
    if (of === language) found[namespace] = texts;
  }
  return found;
}

/** Each text by its key. */
export function keysOf(texts: object, prefix = ''): Map<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') result.set(prefix + key, value);
    else for (const [inner, text] of keysOf(value, `${prefix}${key}.`)) result.set(inner, text);
  }
  return result;
}
