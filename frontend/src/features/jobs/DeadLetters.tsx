import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailWarning, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { DeadLetter } from '@/shared/api/gen';
import {
  dropDeadLetterMutation,
  listDeadLettersInfiniteOptions,
  retryDeadLetterMutation,
} from '@/shared/api/gen/work/query';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';

/** What was to be done, in words: `E-mail`, or the event that somebody refused. */
function workName(letter: DeadLetter): string {
  return textOr(`jobs.dead.work.${letter.queue}`, letter.queue, letter.event_type ?? letter.queue);
}

/** Background work that has failed for good: to be tried again or dropped. Nothing is shown while there is none. */
export function DeadLetters() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const client = useQueryClient();
  const [dropping, setDropping] = useState<DeadLetter | null>(null);
  const query = useRows<DeadLetter>(listDeadLettersInfiniteOptions({ query: { limit: 50 } }), {
    enabled: can('work.dead_letters:read'),
  });
  const retry = useMutation(retryDeadLetterMutation());
  const drop = useMutation(dropDeadLetterMutation());
  const again = async (letter: DeadLetter) => {
    await retry.mutateAsync({ path: { id: letter.id } });
    toast.done(t('jobs.dead.retried'), { detail: workName(letter) });
    await changed(client, 'dead_letter');
  };
  if (rowsOf(query.data).length === 0) return null;
  const actions = (letter: DeadLetter) =>
    can('work.dead_letters:write') && (
      <span className="flex justify-end gap-1">
        <IconButton
          icon={RotateCcw}
          label={t('jobs.dead.retryNamed', { work: workName(letter) })}
          onClick={() => void again(letter)}
        />
        <IconButton
          icon={Trash2}
          label={t('jobs.dead.dropNamed', { work: workName(letter) })}
          onClick={() => setDropping(letter)}
        />
      </span>
    );
  return (
    <section aria-labelledby="dead-letters" className="flex max-h-80 shrink-0 flex-col gap-2">
      <h2 id="dead-letters" className="mt-2 font-semibold">
        {t('jobs.dead.title')}
      </h2>
      <p className="text-ink-2">{t('jobs.dead.text')}</p>
      <DataTable
        label={t('jobs.dead.title')}
        query={query}
        columns={[
          { id: 'work', header: t('jobs.dead.column.work'), width: '14rem', cell: workName },
          {
            id: 'error',
            header: t('jobs.dead.column.error'),
            cell: (letter) => <span title={letter.error ?? undefined}>{letter.error}</span>,
          },
          {
            id: 'attempts',
            header: t('jobs.dead.column.attempts'),
            width: '6rem',
            align: 'right',
            hideBelow: 'lg',
            cell: (letter) => <span className="tabular">{format.number(letter.attempts)}</span>,
          },
          {
            id: 'failed',
            header: t('jobs.dead.column.failed'),
            width: '9rem',
            cell: (letter) => <span className="tabular">{format.dateTime(letter.failed_at)}</span>,
          },
          {
            id: 'actions',
            header: t('jobs.dead.column.actions'),
            width: '6rem',
            align: 'right',
            cell: actions,
          },
        ]}
        narrow={(letter) => (
          <NarrowRow
            title={workName(letter)}
            aside={format.dateTime(letter.failed_at)}
            detail={letter.error}
            badge={actions(letter)}
          />
        )}
        empty={<EmptyState icon={MailWarning} title={t('jobs.dead.title')} text={t('jobs.dead.text')} />}
      />
      {dropping && (
        <ConfirmDialog
          title={t('jobs.dead.dropTitle')}
          text={t('jobs.dead.dropText', { work: workName(dropping) })}
          confirm={t('jobs.dead.drop')}
          onConfirm={async () => {
            await drop.mutateAsync({ path: { id: dropping.id } });
            await changed(client, 'dead_letter');
          }}
          onClose={() => setDropping(null)}
        />
      )}
    </section>
  );
}
