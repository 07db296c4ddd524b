import { useTranslation } from 'react-i18next';
import type { PortfolioSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { KpiTile, type KpiTileProps, kpiGrid } from '@/shared/ui/KpiTile';
import { growth, isLarge, marginShare } from './portfolioFigures';
import type { ContractSort } from './portfolioSearch';

export interface PortfolioTilesProps {
  summary: PortfolioSummary | undefined;
  /** The same figures thirty days earlier. */
  before: PortfolioSummary | undefined;
  /** The revenue of the last months, where it is known. */
  trend?: readonly number[];
  /** Opens the contracts that a figure counts, in the order that explains it. */
  onOpen: (sort: ContractSort) => void;
}

export function PortfolioTiles({ summary, before, trend, onOpen }: PortfolioTilesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Cents are noise beside hundreds of thousands, and figures that stand in one row are rounded alike.
  const rounded = summary !== undefined && isLarge(summary);
  const money = (cents: number | undefined) =>
    cents === undefined ? undefined : format.moneyForms(cents, summary?.currency).slice(rounded ? 1 : 0);

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
  // `em 30 d` says nothing where there is no change to tell of.
  const since = (...figures: Parameters<typeof changeOf>) => {
    const change = changeOf(...figures);
    return { change, note: change && t('portfolio.in30Days') };
  };
  const share = summary && marginShare(summary.mrr_cents, summary.cost_cents);
  const tile = (label: string, sort: ContractSort, rest: Partial<KpiTileProps>) => (
    <KpiTile
      label={label}
      onOpen={() => onOpen(sort)}
      openLabel={t('portfolio.openRows', { name: label })}
      {...rest}
    />
  );

  return (
    <div className={kpiGrid}>
      {tile(t('portfolio.mrr'), '-amount_cents', {
        value: money(summary?.mrr_cents),
        ...since(summary?.mrr_cents, before?.mrr_cents),
        trend,
      })}
      {tile(t('portfolio.arr'), '-amount_cents', {
        value: money(summary?.arr_cents),
        ...since(summary?.arr_cents, before?.arr_cents),
        trend,
      })}
      {tile(t('portfolio.cost'), '-cost_cents', {
        value: money(summary?.cost_cents),
        ...since(summary?.cost_cents, before?.cost_cents, 'down'),
      })}
      {tile(t('portfolio.margin'), '-margin_cents', {
        value: share === undefined ? undefined : share === null ? '—' : format.percent(share),
        note: summary && t('portfolio.marginNote', { amount: money(summary.margin_cents)?.[0] ?? '' }),
      })}
      {tile(t('portfolio.contracts'), '-start_on', {
        value: summary && format.number(summary.contract_count),
        note:
          summary &&
          t('portfolio.customersCount', {
            count: summary.customer_count,
            formatted: format.number(summary.customer_count),
          }),
      })}
    </div>
  );
}
