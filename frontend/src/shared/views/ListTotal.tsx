import { useTranslation } from 'react-i18next';
import type { ListQuestion } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useFigures } from './useFigures';

/** What stands below a column: what all rows are worth, each currency by itself. Nothing where there are too many to add up. */
export default function ListTotal({
  question,
  of,
  sums,
  first,
}: {
  question: ListQuestion;
  of: string;
  sums: string | undefined;
  first: string | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useFigures(question);
  if (of === first) return <>{t('kit.total')}</>;
  if (of !== sums || !data) return null;
  if (data.more) return <span title={t('kit.totalOfMany')}>…</span>;
  return (
    <span className="flex flex-col">
      {data.sums.map(({ currency, amount_cents }) => (
        <span key={currency}>{format.money(amount_cents, currency)}</span>
      ))}
    </span>
  );
}
