import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { type Failure, FormError } from './Form';

export interface ForeignChange {
  label: string;
  before: string;
  after: string;
}

/**
 * What a form has to say of its record: why it could not be saved or, when somebody else has changed it since the form was
 * opened, what changed, that nothing typed is lost, and the choice between writing over it (save again) and starting from the
 * present values. What others changed says more than that they did, so it stands in the place of the failure.
 */
export function FormNews({
  failure,
  changes,
  onTake,
}: {
  failure: Failure | null;
  changes: readonly ForeignChange[];
  onTake: () => void;
}) {
  const { t } = useTranslation();
  if (changes.length === 0) return <FormError failure={failure} />;
  return (
    <div
      role="alert"
      className="flex items-start gap-2 rounded-sm bg-attention-soft px-3 py-2 text-attention-ink"
    >
      <GitCompareArrows aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t('kit.changedMeanwhile')}</p>
        <ul className="mt-1">
          {changes.map((change) => (
            <li key={change.label} className="wrap-anywhere">
              {change.label}: <s className="opacity-75">{change.before || '—'}</s> → {change.after || '—'}
            </li>
          ))}
        </ul>
        <p className="mt-1">{t('kit.changedMeanwhileHint')}</p>
        <Button size="sm" className="mt-2" onClick={onTake}>
          {t('kit.takePresent')}
        </Button>
      </div>
    </div>
  );
}
