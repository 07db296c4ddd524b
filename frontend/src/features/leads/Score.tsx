import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@/shared/ui/ProgressBar';

/** The score as a bar with its figure; 70 is where a lead usually counts as qualified. */
export function Score({ value }: { value: number }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2">
      <ProgressBar
        value={value / 100}
        label={t('fields.lead.score')}
        tone={value >= 70 ? 'paid' : value >= 40 ? 'attention' : 'accent'}
        className="w-14"
      />
      <span className="tabular min-w-[3ch] text-right text-ink">{value}</span>
    </span>
  );
}
