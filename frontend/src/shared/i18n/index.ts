import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Messages, Namespace } from './messages';

export type Language = 'pt-BR' | 'en';
export const languages: readonly Language[] = ['pt-BR', 'en'];

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages };
    returnNull: false;
  }
}

const files = import.meta.glob<object>('./texts/*/*.ts', { import: 'default' });

/** What every page needs: its frame, the kit, the states of records, and what to say of a failure. The build sends it as one file. */
export const everywhere: readonly Namespace[] = ['app', 'kit', 'problem', 'shell', 'states'];

/** What the pages that have been opened need, in whichever language. */
const wanted = new Set<Namespace>();
const loaded = new Map<string, Promise<void>>();

const storageKey = 'pulso.language';

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'pt-BR';
}

/** What the user chose before; else Portuguese, the language of the market, whatever the browser says. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'pt-BR';
  } catch {
    return 'pt-BR';
  }
}

/**
 * Two forms whose text is always that of `other`, derived here instead of being written again for each text: the third
 * plural of Portuguese, `many` (for round millions), and none. CLDR counts zero as one in Portuguese; Brazilians write
 * `0 pessoas`.
 */
export function withDerivedPlurals(texts: object): object {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(texts)) {
    result[key] = typeof value === 'object' ? withDerivedPlurals(value) : value;
    if (!key.endsWith('_other')) continue;
    result[key.replace(/_other$/, '_many')] = value;
    result[key.replace(/_other$/, '_zero')] = value;
  }
  return result;
}

function load(language: Language, namespace: Namespace): Promise<void> {
  const file = `./texts/${namespace}/${language}.ts`;
  let reading = loaded.get(file);
  if (!reading) {
    reading = (async () => {
      const texts = await files[file]?.();
      i18next.addResourceBundle(
        language,
        'translation',
        { [namespace]: withDerivedPlurals(texts ?? {}) },
        true,
      );
    })();
    loaded.set(file, reading);
    // Asked for again when it is needed again: the network may be back by then.
    reading.catch(() => loaded.delete(file));
  }
  return reading;
}

/** Has the texts of these namespaces at hand, from now on in each language that is switched to. */
export async function loadTexts(namespaces: Iterable<Namespace>): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  await Promise.all([...namespaces].map((namespace) => load(currentLanguage(), namespace)));
}

/** For a route: the texts that its page is written with (`texts.test.ts` holds that none is missing), beside its code. */
export const texts =
  (...namespaces: Namespace[]) =>
  () =>
    loadTexts(namespaces);

/** For a part that is fetched later and has words of its own: they come with it. */
export async function withTexts<T>(namespaces: Namespace[], part: () => Promise<T>): Promise<T> {
  const [found] = await Promise.all([part(), loadTexts(namespaces)]);
  return found;
}

export async function startTranslation(language: Language = storedLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    saveMissing: import.meta.env.MODE !== 'production',
    missingKeyHandler: (_, __, key) => {
      throw new Error(`missing text: ${key}`);
    },
  });
  // A start begins with no text at all.
  loaded.clear();
  await loadTexts(everywhere);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => load(language, namespace)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}
