import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, switchLanguage } from '@/shared/i18n';
import { Logo } from '@/shared/ui/Logo';
import { Loop } from './Loop';

/** The frame of the screens before the login. */
export function AuthPage({
  title,
  text,
  children,
  footer,
}: {
  title: string;
  text: string;
  children: ReactNode;
  footer: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div className="flex min-h-dvh">
      <div className="flex flex-1 flex-col items-center px-4 py-10 sm:justify-center">
        <main className="w-full max-w-[23rem]">
          <div className="mb-7 flex items-center gap-2">
            <Logo size={28} />
            <span className="text-xl font-semibold tracking-tight">{t('app.name')}</span>
          </div>
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="mb-5 text-ink-2">{text}</p>
          {children}
          {/* Links in lines below each other, each wide enough apart for a finger. */}
          <p className="mt-4 leading-7 text-ink-2">{footer}</p>
        </main>
        <nav aria-label={t('shell.language')} className="mt-10 flex gap-3 text-sm">
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void switchLanguage(language)}
              className="rounded-[4px] text-ink-3 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink"
            >
              {language === 'en' ? t('shell.english') : t('shell.portuguese')}
            </button>
          ))}
        </nav>
      </div>
      <Loop />
    </div>
  );
}
