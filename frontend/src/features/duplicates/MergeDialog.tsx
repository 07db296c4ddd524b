import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair, Merge, MergeRequest } from '@/shared/api/gen';
import { mergeCompany, mergeContact, mergeCustomer, mergeLead, undoMerge } from '@/shared/api/gen/merges';
import { useWrite } from '@/shared/api/useWrite';
import { basedOn } from '@/shared/api/version';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { type AnyRecord, fieldsToChoose, recordOf, shownValue } from './mergeFields';

const merge = { lead: mergeLead, company: mergeCompany, contact: mergeContact, customer: mergeCustomer };

/** Two records side by side: which is kept, and of each field in which they differ which of the two. */
export function MergeDialog({ pair, onClose }: { pair: DuplicatePair; onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<0 | 1>(0);
  const [chosen, setChosen] = useState<Record<string, 0 | 1>>({});
  const queries = useQueries({ queries: [pair.first, pair.second].map(({ id }) => recordOf(pair.kind, id)) });
  const [one, other] = queries.map(({ data }) => data as AnyRecord | undefined);
  const error = queries.find((query) => query.error)?.error;
  const undo = useWrite(
    (id: string) => undoMerge({ path: { id }, throwOnError: true }),
    [pair.kind, 'duplicate'],
    {
      onDone: () => toast.done(t('duplicates.merge.undone')),
      onError: (error) => tellFailure(error, t),
    },
  );
  const save = useWrite(
    async ({ winner, loser, take }: { winner: AnyRecord; loser: AnyRecord; take: string[] }) => {
      const body: MergeRequest = { other_id: loser.id, other_version: loser.version, take };
      const answer = await merge[pair.kind]({
        path: { id: winner.id },
        headers: basedOn(winner.version),
        body,
        throwOnError: true,
      });
      return answer.data as Merge;
    },
    [pair.kind, 'duplicate'],
    {
      onDone: ({ id }) => {
        toast.done(t('duplicates.merge.done'), {
          actions: [{ label: t('kit.undo'), run: () => undo.mutate(id) }],
        });
        onClose();
      },
      onError: (error) => tellFailure(error, t),
    },
  );
  const rows = one && other ? fieldsToChoose(pair.kind, one, other) : [];
  const sideOf = (field: string): 0 | 1 => {
    const mine = chosen[field] ?? kept;
    const side = mine === 0 ? one : other;
    // Where there is nothing on one side there is nothing to choose.
    return side && shownValue(side, field) ? mine : mine === 0 ? 1 : 0;
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={t('duplicates.merge.title')}
      description={t('duplicates.merge.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button
            variant="primary"
            busy={save.isPending}
            disabled={!one || !other}
            onClick={() => {
              if (!one || !other) return;
              const [winner, loser] = kept === 0 ? [one, other] : [other, one];
              save.mutate({ winner, loser, take: rows.filter((field) => sideOf(field) !== kept) });
            }}
          >
            {t('duplicates.merge.confirm')}
          </Button>
        </>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => queries.forEach((query) => void query.refetch())} />
      ) : !one || !other ? (
        <Skeleton className="h-48 w-full" />
      ) : (
        <table className="w-full table-fixed border-collapse text-left">
          <thead>
            <tr className="border-b border-line align-bottom">
              <th scope="col" className="w-28 py-2 font-normal text-ink-3">
                {t('duplicates.merge.keep')}
              </th>
              {[one, other].map((record, side) => (
                <th key={record.id} scope="col" className="px-2 py-2">
                  <Side
                    name="kept"
                    label={t('duplicates.merge.keepThis', { name: record.name })}
                    checked={kept === side}
                    onChoose={() => {
                      setKept(side as 0 | 1);
                      setChosen({});
                    }}
                  >
                    {record.name}
                  </Side>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field} className="border-b border-line-soft align-top">
                <th scope="row" className="py-1.5 pr-2 text-sm font-normal text-ink-3">
                  {t(`fields.${pair.kind}.${field}` as 'fields.lead.name')}
                </th>
                {[one, other].map((record, side) => {
                  const value = shownValue(record, field);
                  return (
                    <td key={record.id} className="px-2 py-1.5">
                      {value ? (
                        <Side
                          name={field}
                          label={`${t(`fields.${pair.kind}.${field}` as 'fields.lead.name')}: ${value}`}
                          checked={sideOf(field) === side}
                          onChoose={() => setChosen({ ...chosen, [field]: side as 0 | 1 })}
                        >
                          {value}
                        </Side>
                      ) : (
                        <span className="text-ink-3">—</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

function Side({
  name,
  label,
  checked,
  onChoose,
  children,
}: {
  name: string;
  label: string;
  checked: boolean;
  onChoose: () => void;
  children: string;
}) {
  return (
    <label className={cx('flex cursor-pointer items-start gap-2', !checked && 'text-ink-3')}>
      <input
        type="radio"
        name={name}
        aria-label={label}
        checked={checked}
        onChange={onChoose}
        className="mt-1 accent-accent"
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  );
}
