import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListQuestion } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useFigures } from './useFigures';

/** How many rows a list is about and what they are worth: all of them, not those alone that have been read. */
export default function ListFigures({
  question,
  meanwhile,
}: {
  question: ListQuestion;
  meanwhile: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useFigures(question);
  if (!data) return <>{meanwhile}</>;
  const formatted = format.number(data.row_count);
  return (
    <span className="tabular flex items-center gap-2 text-sm text-ink-2 max-sm:hidden">
      <span>
        {data.more ? t('views.rowsMore', { formatted }) : t('kit.rows', { count: data.row_count, formatted })}
      </span>
      {data.sums.map(({ currency, amount_cents }) => (
        <span key={currency} className="border-l border-line pl-2 font-medium text-ink">
          {format.money(amount_cents, currency)}
        </span>
      ))}
    </span>
  );
}
