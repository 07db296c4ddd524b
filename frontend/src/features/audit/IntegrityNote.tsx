import { LoaderCircle, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, AuditIntegrity } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { Button } from '@/shared/ui/Button';
import { damages } from './integrity';
import { useAuditWords } from './useAuditWords';

const IntegrityDialog = lazyPart(async () => (await import('./IntegrityDialog')).IntegrityDialog);

export interface IntegrityNoteProps {
  integrity: AuditIntegrity;
  checking: boolean;
  onEntry: (entry: AuditEntry) => void;
}

/** One line while all is well; an alarm that names the entry when it is not. */
export function IntegrityNote({ integrity, checking, onEntry }: IntegrityNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [details, setDetails] = useState(false);
  usePartsLater(IntegrityDialog);
  const more = (
    <Button variant="ghost" size="sm" onClick={() => setDetails(true)}>
      {t('audit.integrity.details')}
    </Button>
  );
  return (
    <>
      {integrity.status === 'broken' ? (
        <Broken integrity={integrity} checking={checking} onEntry={onEntry} more={more} />
      ) : (
        <p className="mb-1.5 flex min-h-7 items-center gap-1.5 text-sm text-ink-2" aria-live="polite">
          {checking ? (
            <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-ink-3" />
          ) : integrity.status === 'intact' ? (
            <ShieldCheck aria-hidden className="size-4 shrink-0 text-paid-ink" />
          ) : (
            <ShieldQuestion aria-hidden className="size-4 shrink-0 text-ink-3" />
          )}
          <span className="tabular min-w-0">
            {checking
              ? t('audit.integrity.checking')
              : integrity.status === 'intact'
                ? t('audit.integrity.intact', { at: format.dateTime(integrity.checked_at) })
                : t('audit.integrity.unchecked')}
          </span>
          {more}
        </p>
      )}
      {details && (
        <Suspense>
          <IntegrityDialog integrity={integrity} onClose={() => setDetails(false)} />
        </Suspense>
      )}
    </>
  );
}

function Broken({ integrity, checking, onEntry, more }: IntegrityNoteProps & { more: React.ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const problem = integrity.first_problem;
  const entry = problem?.entry;
  return (
    <div
      role="alert"
      className="mb-2.5 flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md bg-overdue-soft px-3 py-2.5"
    >
      <ShieldAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-overdue-ink" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold text-overdue-ink">{t('audit.integrity.broken')}</p>
        {problem && (
          <p className="wrap-anywhere">
            {t(`audit.integrity.problem.${problem.kind}`, { block: format.number(problem.block) })}{' '}
            {entry && (
              <span className="tabular">
                {`${words.actor(entry)} · ${t(`audit.action.${entry.action}`).toLowerCase()} ${words
                  .entity(entry.entity)
                  .toLowerCase()} · ${format.dateTime(entry.at)}`}
              </span>
            )}
          </p>
        )}
        <p className="tabular text-sm text-ink-2">
          {[
            ...damages(integrity).map(({ kind, count }) =>
              t(`audit.integrity.damage.${kind}`, { count, formatted: format.number(count) }),
            ),
            t('audit.integrity.checkedAt', { at: format.dateTime(integrity.checked_at) }),
          ].join(' · ')}
        </p>
      </div>
      <div className="flex items-center gap-1">
        {checking && (
          <LoaderCircle aria-label={t('audit.integrity.checking')} className="size-4 animate-spin" />
        )}
        {entry && (
          <Button size="sm" onClick={() => onEntry(entry)}>
            {t('audit.integrity.show')}
          </Button>
        )}
        {more}
      </div>
    </div>
  );
}
