import { useTranslation } from 'react-i18next';
import type { PortfolioSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { KpiTile, type KpiTileProps } from '@/shared/ui/KpiTile';
import { growth, isLarge, marginShare } from './portfolioFigures';

export interface PortfolioTilesProps {
  summary: PortfolioSummary | undefined;
  /** The same figures thirty days earlier. */
  before: PortfolioSummary | undefined;
  /** The revenue of the last months, where it is known. */
  trend?: readonly number[];
  onOpen: () => void;
}

export function PortfolioTiles({ summary, before, trend, onOpen }: PortfolioTilesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Cents are noise beside hundreds of thousands, and figures that stand in one row are rounded alike.
  const rounded = summary !== undefined && isLarge(summary);
  const money = (cents: number | undefined) =>
    cents === undefined
      ? undefined
      : rounded
        ? format.moneyRounded(cents, summary?.currency)
        : format.money(cents, summary?.currency);

  const changeOf = (
    now: number | undefined,
    then: number | undefined,
    good: 'up' | 'down' = 'up',
  ): KpiTileProps['change'] => {
    const ratio = now === undefined ? null : growth(now, then);
    if (ratio === null) return undefined;
    const text = `${ratio > 0 ? '+' : ''}${format.percent(ratio)}`;
    const rounded = Math.round(ratio * 1000);
    if (rounded === 0) return { text, tone: 'neutral' };
    return { text, tone: rounded > 0 === (good === 'up') ? 'paid' : 'overdue' };
  };
  const in30Days = before && summary ? t('portfolio.in30Days') : undefined;
  const share = summary && marginShare(summary.mrr_cents, summary.cost_cents);
  const tile = (label: string, rest: Partial<KpiTileProps>) => (
    <KpiTile label={label} onOpen={onOpen} openLabel={t('portfolio.openRows', { name: label })} {...rest} />
  );

  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5 max-lg:*:last:col-span-2">
      {tile(t('portfolio.mrr'), {
        value: money(summary?.mrr_cents),
        change: changeOf(summary?.mrr_cents, before?.mrr_cents),
        trend,
        note: in30Days,
      })}
      {tile(t('portfolio.arr'), {
        value: money(summary?.arr_cents),
        change: changeOf(summary?.arr_cents, before?.arr_cents),
        trend,
        note: in30Days,
      })}
      {tile(t('portfolio.cost'), {
        value: money(summary?.cost_cents),
        change: changeOf(summary?.cost_cents, before?.cost_cents, 'down'),
        note: in30Days,
      })}
      {tile(t('portfolio.margin'), {
        value: share === undefined ? undefined : share === null ? '—' : format.percent(share),
        note: summary && t('portfolio.marginNote', { amount: money(summary.margin_cents) ?? '' }),
      })}
      {tile(t('portfolio.contracts'), {
        value: summary && format.number(summary.contracts),
        note:
          summary &&
          t('portfolio.customersCount', {
            count: summary.customers,
            formatted: format.number(summary.customers),
          }),
      })}
    </div>
  );
}
