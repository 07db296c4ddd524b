import { afterEach, beforeAll, vi } from 'vitest';
import { loadTexts, startTranslation, switchLanguage } from '@/shared/i18n';
import type { Namespace } from '@/shared/i18n/messages';
import { allTexts } from './texts';

// What is told in words is tested in words. Of a page there is only what the language is written on.
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await startTranslation('pt-BR');
  await loadTexts(Object.keys(allTexts('pt-BR')) as Namespace[]);
});
afterEach(() => switchLanguage('pt-BR'));
