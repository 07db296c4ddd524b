import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Messages } from './messages';
import type ptBR from './pt-BR';

export type Language = 'pt-BR' | 'en';
export const languages: readonly Language[] = ['pt-BR', 'en'];

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ptBR };
    returnNull: false;
  }
}

const loaders: Record<Language, () => Promise<{ default: Messages }>> = {
  'pt-BR': () => import('./pt-BR'),
  en: () => import('./en'),
};

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

async function load(language: Language) {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const messages = await loaders[language]();
  i18next.addResourceBundle(language, 'translation', withDerivedPlurals(messages.default));
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
  await load(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}
