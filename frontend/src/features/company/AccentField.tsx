import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { type AccentTokens, accentTokens, type ThemeName } from '@/shared/theme/accent';
import { readColour } from '@/shared/theme/colour';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';

/** The colour of Pulso itself, and some that most logos are near to. */
const own = '#2f4bdb';
const offered = [
  '#2f4bdb',
  '#0369a1',
  '#0f766e',
  '#15803d',
  '#b45309',
  '#b91c1c',
  '#be185d',
  '#7e22ce',
  '#334155',
];
const surfaces: Record<ThemeName, { ground: string; ink: string; line: string }> = {
  light: { ground: '#ffffff', ink: '#1b1b19', line: '#e6e5e1' },
  dark: { ground: '#1b1b1a', ink: '#f0efec', line: '#30302d' },
};

/** The colour of the company: offered ones, any by picker or by number, and how it will look in both themes. */
export function AccentField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}) {
  const { t } = useTranslation();
  const chosen = readColour(value);
  const tokens = accentTokens(chosen ?? own);
  const changed = chosen !== null && tokens.light.accent !== chosen;
  return (
    <div className="flex flex-col gap-3">
      <Field
        label={t('company.accent')}
        hint={changed ? t('company.accentAdjusted') : t('company.accentHint')}
        error={error}
      >
        <div className="flex flex-wrap items-center gap-2">
          <input
            type="color"
            aria-label={t('company.pickAccent')}
            value={chosen ?? own}
            onChange={(event) => onChange(event.currentTarget.value)}
            className="h-8 w-10 shrink-0 cursor-pointer rounded-sm border border-line bg-surface p-1 disabled:cursor-default disabled:opacity-50"
          />
          <span className="w-28">
            <Input
              value={value}
              onChange={(event) => onChange(event.currentTarget.value)}
              placeholder={own}
              maxLength={7}
              spellCheck={false}
              autoComplete="off"
              className="tabular"
            />
          </span>
          {value !== '' && (
            <IconButton icon={RotateCcw} label={t('company.accentReset')} onClick={() => onChange('')} />
          )}
        </div>
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would nest its legend into the form's own field */}
      <div role="group" aria-label={t('company.accentOffered')} className="flex flex-wrap gap-1.5">
        {offered.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-label={colour}
            aria-pressed={(chosen ?? own) === colour}
            title={colour}
            onClick={() => onChange(colour === own ? '' : colour)}
            className={cx(
              'size-7 rounded-full border-2 border-surface outline-offset-1 disabled:opacity-50',
              'aria-pressed:outline-2 aria-pressed:outline-ink',
            )}
            style={{ backgroundColor: colour }}
          />
        ))}
      </div>
      <div className="grid gap-2 sm:grid-cols-2" aria-hidden>
        <Sample theme="light" tokens={tokens.light} name={t('shell.themeLight')} />
        <Sample theme="dark" tokens={tokens.dark} name={t('shell.themeDark')} />
      </div>
    </div>
  );
}

/** A piece of screen in one theme, whichever is on: a chosen page, a button, a mark. */
function Sample({ theme, tokens, name }: { theme: ThemeName; tokens: AccentTokens; name: string }) {
  const { t } = useTranslation();
  const { ground, ink, line } = surfaces[theme];
  return (
    <div
      className="flex flex-wrap items-center gap-2 rounded-md border px-3 py-2.5"
      style={{ backgroundColor: ground, borderColor: line, color: ink }}
    >
      <span className="mr-auto">{name}</span>
      <span
        className="rounded-full px-2 py-0.5 text-sm font-medium"
        style={{ backgroundColor: tokens['accent-soft'], color: tokens['on-accent-soft'] }}
      >
        {t('company.sampleBadge')}
      </span>
      <span
        className="flex h-7 items-center rounded-sm px-2.5 text-sm font-medium"
        style={{ backgroundColor: tokens.accent, color: tokens['on-accent'] }}
      >
        {t('kit.save')}
      </span>
    </div>
  );
}
