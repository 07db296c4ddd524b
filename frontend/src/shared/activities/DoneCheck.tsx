import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';

/** The round box of something to do: a click or Space says that it was done, Enter asks for what came of it. */
export function DoneCheck({
  activity,
  done,
  disabled,
  tabbable = true,
  onToggle,
  onAsk,
}: {
  activity: ActivitySummary;
  done: boolean;
  disabled?: boolean;
  tabbable?: boolean;
  onToggle: () => void;
  onAsk: () => void;
}) {
  const { t } = useTranslation();
  // A note is never open.
  const locked = disabled || activity.type === 'note';
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is typed into nothing answers Enter with a question
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={t(done ? 'activities.untick' : 'activities.tick', { subject: activity.subject })}
      title={locked || done ? undefined : t('activities.tickHint')}
      disabled={locked}
      tabIndex={tabbable ? undefined : -1}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || done) return;
        event.preventDefault();
        onAsk();
      }}
      className="group/check relative z-1 flex size-8 shrink-0 items-center justify-center rounded-full pointer-coarse:before:absolute pointer-coarse:before:-inset-1.5 pointer-coarse:before:content-['']"
    >
      <span
        className={cx(
          'flex size-4 items-center justify-center rounded-full border transition-colors duration-100',
          done
            ? 'border-ink-3 bg-ink-3 text-surface'
            : 'border-ink-3 text-transparent group-hover/check:not-disabled:border-ink group-hover/check:text-ink-3',
          locked && 'opacity-60',
        )}
      >
        <Check aria-hidden className="size-2.5" strokeWidth={3} />
      </span>
    </button>
  );
}
