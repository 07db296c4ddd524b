import { ArrowRight, CircleX, UserRound, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, BulkAction, DealSummary } from '@/shared/api/gen';
import { bulkDeals } from '@/shared/api/gen/bulk';
import { useWrite } from '@/shared/api/useWrite';
import { useFormat } from '@/shared/format/useFormat';
import { useUserOptions } from '@/shared/pickers/options';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { tellFailure } from '@/shared/ui/tellFailure';
import { ReasonChoice } from './ReasonChoice';

export interface BoardSelectionProps {
  board: Board;
  deals: readonly DealSummary[];
  /** What somebody has asked for by dropping several: done, or asked for first. */
  order: { move: string } | 'lose' | null;
  onOrdered: () => void;
  onJob: (id: string) => void;
  onClear: () => void;
}

/** What can be done with the cards that are chosen: a job, told card by card, that can be taken back. */
export default function BoardSelection({
  board,
  deals,
  order,
  onOrdered,
  onJob,
  onClear,
}: BoardSelectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const users = useUserOptions();
  const [losing, setLosing] = useState(false);
  const [reason, setReason] = useState('');
  const run = useWrite(
    async (action: BulkAction) =>
      (
        await bulkDeals({
          // What somebody has changed since it was on screen is not written over.
          body: { action, records: deals.map(({ id, version }) => ({ id, version })) },
          throwOnError: true,
        })
      ).data,
    ['bulk_job'],
    {
      onDone: (job) => {
        onClear();
        onJob(job.id);
      },
      onError: (error) => tellFailure(error, t),
    },
  );
  const { mutate } = run;
  useEffect(() => {
    if (!order) return;
    if (order === 'lose') setLosing(true);
    else mutate({ type: 'move', stage_id: order.move });
    onOrdered();
  }, [order, mutate, onOrdered]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !losing) onClear();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onClear, losing]);
  const sum = deals
    .filter(({ currency }) => currency === board.currency)
    .reduce((total, deal) => total + deal.amount_cents, 0);
  return (
    <div role="toolbar" aria-label={t('kit.selection')} className="flex shrink-0 justify-center px-2 pb-3">
      <div className="flex max-w-full flex-wrap items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-4 shadow-float">
        <span aria-live="polite" className="tabular font-medium">
          {t('kit.selected', { count: deals.length, formatted: format.number(deals.length) })}
        </span>
        <span className="tabular text-ink-2">{format.moneyRounded(sum, board.currency)}</span>
        <Menu
          align="end"
          trigger={
            <Button size="sm" icon={ArrowRight} busy={run.isPending}>
              {t('crm.board.moveTo')}
            </Button>
          }
        >
          {board.stages
            .filter(({ type }) => type === 'open')
            .map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => mutate({ type: 'move', stage_id: id })}>
                {name}
              </MenuItem>
            ))}
        </Menu>
        <Menu
          align="end"
          trigger={
            <Button size="sm" icon={UserRound}>
              {t('fields.deal.owner_id')}
            </Button>
          }
        >
          {users.map(({ value, label }) => (
            <MenuItem key={value} onSelect={() => mutate({ type: 'assign', owner_id: value })}>
              {label}
            </MenuItem>
          ))}
        </Menu>
        <Button size="sm" icon={CircleX} onClick={() => setLosing(true)}>
          {t('crm.deal.lose')}
        </Button>
        <IconButton icon={X} label={t('kit.clearSelection')} onClick={onClear} />
      </div>
      {losing && (
        <ConfirmDialog
          title={t('crm.lose.title')}
          text={t('crm.lose.several', { count: deals.length, formatted: format.number(deals.length) })}
          confirm={t('crm.lose.confirm')}
          disabled={!reason}
          onConfirm={() => run.mutateAsync({ type: 'lose', lost_reason_id: reason })}
          onClose={() => setLosing(false)}
        >
          <ReasonChoice value={reason} onChange={setReason} />
        </ConfirmDialog>
      )}
    </div>
  );
}
