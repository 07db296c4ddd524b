import { afterEach, beforeAll, vi } from 'vitest';
import { startTranslation, switchLanguage } from '@/shared/i18n';

// What is told in words is tested in words. Of a page there is only what the language is written on.
beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  return startTranslation('pt-BR');
});
afterEach(() => switchLanguage('pt-BR'));
