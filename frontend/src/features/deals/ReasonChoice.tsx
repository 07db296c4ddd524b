import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { useLostReasons } from './useLostReasons';

/** The company's reasons, one of which may be chosen; once more takes it back. */
export function ReasonChoice({
  value,
  error,
  onChange,
}: {
  value: string;
  error?: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const reasons = useLostReasons();
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t('crm.lose.reason')}</legend>
      <div className="flex min-h-8 flex-wrap gap-1.5">
        {reasons?.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === value}
            className={cx(
              'max-w-full truncate rounded-full border px-2.5 py-1 text-sm pointer-coarse:py-2',
              id === value
                ? 'border-accent bg-accent-soft text-on-accent-soft'
                : 'border-line text-ink-2 hover:border-line-strong hover:text-ink',
            )}
            onClick={() => onChange(id === value ? '' : id)}
          >
            {name}
          </button>
        ))}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm text-overdue-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}
