import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityCreate, ActivityType } from '@/shared/api/gen';
import { createActivity, deleteActivity } from '@/shared/api/gen/activities';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { addDays } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { once } from '@/shared/lib/idempotency';
import { Button } from '@/shared/ui/Button';
import { DateInput } from '@/shared/ui/DateInput';
import { type Failure, FormError } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Kbd } from '@/shared/ui/Kbd';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import type { AboutIds } from './about';
import { activityIcons } from './activityIcons';
import { activityTypes, stepTypes } from './activityTypes';
import { type Draft, emptyDraft, isDone, mayBeEither, splitText, writtenEntry } from './entry';
import { isTime, TimeInput } from './TimeInput';
import { useDraft } from './useDraft';
import { useMentions } from './useMentions';

export interface ComposerProps {
  /** The record it stands on: what is begun there is kept for it. */
  place: string;
  about: AboutIds;
}

/**
 * Writes down what was done about a record, or what is to be done, in one field: the first line says what. What is begun
 * stays until it is saved.
 */
export function Composer({ place, about }: ComposerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, change, clear] = useDraft<Draft>(`activity.${place}`, emptyDraft);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asksNext, setAsksNext] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // The same words are sent with the same key, so they must say the same time.
  const attempt = useRef<{ of: Draft; at: string }>(undefined);
  const done = isDone(draft);
  const mentions = useMentions(field, (text, person) =>
    change({ text, mentions: [...(draft.mentions ?? []), person] }),
  );

  const remove = useWrite(
    (made: Activity) => deleteActivity({ ...stepOf(made), throwOnError: true }),
    ['activity'],
    {
      onError: (error) => tellFailure(error, t),
    },
  );
  const create = useWrite(
    async (body: ActivityCreate) =>
      once(
        `createActivity ${place}`,
        body,
        async (headers) => (await createActivity({ headers, body, throwOnError: true })).data,
      ),
    ['activity'],
    {
      onDone: (made) => {
        toast.done(t('activities.composer.saved', { subject: made.subject }), {
          actions: [{ label: t('kit.undo'), run: () => remove.mutate(made) }],
        });
        clear();
        setAsksNext(made.status === 'completed' && made.type !== 'note');
        field.current?.focus();
      },
      onError: (error) => {
        const problem = toProblem(error);
        const text = problemText(problem, t);
        const [violation] = problem.violations;
        setFailure({ title: text.title, detail: violation ? violationText(violation, t) : text.detail });
      },
    },
  );

  const faultOf = (): string | null => {
    if (!splitText(draft.text).subject) return t('activities.composer.needed');
    if (done) return null;
    if (draft.day && !/^\d{4}-\d{2}-\d{2}$/.test(draft.day)) return t('kit.notADate');
    return draft.time.trim() && !isTime(draft.time) ? t('activities.badTime') : null;
  };
  const save = () => {
    if (create.isPending) return;
    const fault = faultOf();
    setFailure(fault ? { title: fault, detail: '' } : null);
    if (fault) {
      field.current?.focus();
      return;
    }
    if (attempt.current?.of !== draft) attempt.current = { of: draft, at: new Date().toISOString() };
    // A time without a day is one of today.
    const day = draft.day || (draft.time.trim() ? format.today() : '');
    create.mutate({ ...writtenEntry({ ...draft, day }, format, attempt.current.at), ...about });
  };
  const choose = (type: ActivityType) => {
    setFailure(null);
    change({ type, done: undefined });
  };
  const follow = (type: ActivityType) => {
    setAsksNext(false);
    change({ ...emptyDraft, type, done: false });
    field.current?.focus();
  };
  const either = mayBeEither(draft.type);
  const kind = draft.type === 'note' ? 'task' : draft.type;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key sends, wherever in it one types
    <div
      className="@container rounded-md border border-line bg-surface focus-within:border-line-strong has-[textarea:focus-visible]:border-accent has-[textarea:focus-visible]:outline-1 has-[textarea:focus-visible]:outline-accent"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        save();
      }}
    >
      <TypeRow value={draft.type} onChange={choose} onEnter={() => field.current?.focus()} />
      <textarea
        ref={field}
        {...mentions.props}
        rows={2}
        aria-label={t('activities.composer.label')}
        placeholder={t(
          draft.type === 'note' || done
            ? `activities.composer.placeholder.${draft.type}`
            : `activities.composer.planned.${kind}`,
        )}
        maxLength={10_000}
        value={draft.text}
        onChange={(event) => {
          setFailure(null);
          change({ text: event.currentTarget.value });
        }}
        className="block max-h-60 min-h-14 w-full resize-none bg-transparent px-3 py-2 field-sizing-content outline-none placeholder:text-ink-3"
      />
      {mentions.list}
      {failure && (
        <div className="px-2 pb-2">
          <FormError failure={failure} />
        </div>
      )}
      {done && draft.type !== 'note' && (
        <div className="px-2 pb-2">
          <Input
            aria-label={t('activities.complete.outcome')}
            placeholder={t('activities.composer.outcome')}
            most={255}
            value={draft.outcome}
            onChange={(event) => change({ outcome: event.currentTarget.value })}
          />
        </div>
      )}
      {!done && (
        <div className="flex flex-wrap items-center gap-1.5 px-2 pb-2">
          <span className="w-34">
            <DateInput
              aria-label={t('activities.composer.day')}
              value={draft.day}
              onChange={(day) => change({ day })}
            />
          </span>
          <span className="w-18">
            <TimeInput
              aria-label={t('activities.composer.time')}
              value={draft.time}
              onChange={(time) => change({ time })}
            />
          </span>
          {(['today', 'tomorrow'] as const).map((name, days) => {
            const day = addDays(format.today(), days);
            return (
              <Button
                key={name}
                size="sm"
                variant="ghost"
                aria-pressed={draft.day === day}
                className="[&_[data-label]]:first-letter:uppercase aria-pressed:bg-neutral-soft aria-pressed:text-ink"
                onClick={() => change({ day: draft.day === day ? '' : day })}
              >
                {t(`activities.days.${name}`)}
              </Button>
            );
          })}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2 border-t border-line-soft px-2 py-1.5">
        {either && <DoneSwitch done={done} onChange={(next) => change({ done: next })} />}
        <Button
          variant="primary"
          size="sm"
          className="ml-auto"
          busy={create.isPending}
          shortcut="Ctrl Enter"
          onClick={save}
        >
          {t('activities.composer.save')}
        </Button>
      </div>
      {asksNext && draft.text === '' && (
        <div className="flex flex-wrap items-center gap-1 border-t border-line-soft bg-background px-3 py-1.5">
          <span className="mr-1 text-ink-2">{t('activities.composer.nextAsked')}</span>
          {stepTypes.map((type) => {
            const Icon = activityIcons[type];
            return (
              <Button key={type} size="sm" variant="ghost" icon={Icon} onClick={() => follow(type)}>
                {t(`crm.activity.types.${type}`)}
              </Button>
            );
          })}
          <Button size="sm" variant="ghost" className="ml-auto" onClick={() => setAsksNext(false)}>
            {t('activities.composer.noNext')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The types as a row of choices: arrows, or the keys 1 to 5 while one of them has the focus. */
function TypeRow({
  value,
  onChange,
  onEnter,
}: {
  value: ActivityType;
  onChange: (type: ActivityType) => void;
  onEnter: () => void;
}) {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const at = activityTypes.indexOf(value);
  const go = (index: number) => {
    const next = activityTypes[(index + activityTypes.length) % activityTypes.length];
    if (!next) return;
    onChange(next);
    row.current?.querySelectorAll<HTMLElement>('[role=radio]')[activityTypes.indexOf(next)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const number = Number(event.key);
    if (number >= 1 && number <= activityTypes.length) go(number - 1);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={row}
      role="radiogroup"
      aria-label={t('activities.composer.kinds')}
      onKeyDown={onKeyDown}
      className="flex flex-wrap gap-0.5 border-b border-line-soft p-1"
    >
      {activityTypes.map((type, index) => {
        const Icon = activityIcons[type];
        const chosen = type === value;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a row of buttons to look at, of choices to hear
          <button
            key={type}
            type="button"
            role="radio"
            aria-checked={chosen}
            aria-keyshortcuts={String(index + 1)}
            tabIndex={chosen ? 0 : -1}
            onClick={() => onChange(type)}
            className={cx(
              'flex h-7 items-center gap-1.5 rounded-sm px-2 pointer-coarse:h-10 @max-md:gap-1 @max-md:px-1.5',
              chosen ? 'bg-neutral-soft font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-3.5 @max-sm:hidden" strokeWidth={1.75} />
            {t(`crm.activity.types.${type}`)}
            <span className="hidden @lg:inline">
              <Kbd>{index + 1}</Kbd>
            </span>
          </button>
        );
      })}
    </div>
  );
}

function DoneSwitch({ done, onChange }: { done: boolean; onChange: (done: boolean) => void }) {
  const { t } = useTranslation();
  const option = (value: boolean, text: string) => (
    <button
      type="button"
      aria-pressed={done === value}
      onClick={() => onChange(value)}
      className="h-6 rounded-[4px] px-2 text-sm text-ink-2 hover:text-ink aria-pressed:bg-neutral-soft aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-9"
    >
      {text}
    </button>
  );
  return (
    <span className="flex rounded-sm border border-line p-px">
      {option(true, t('activities.composer.done'))}
      {option(false, t('activities.status.open'))}
    </span>
  );
}
