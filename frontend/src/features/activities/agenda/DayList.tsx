import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/shared/activities/due';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useNow } from '@/shared/lib/useNow';
import { IconButton } from '@/shared/ui/IconButton';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { AgendaItem } from './AgendaItem';
import { byDay } from './agendaDays';
import { QuickEntry } from './QuickEntry';
import type { GridProps } from './TimeGrid';

/** On a phone: the days under each other, each with what is due on it. */
export function DayList({ days, rows, holidays, ownerId, everybody, writable, onOpen }: GridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.day(useNow());
  const [slot, setSlot] = useState<string | null>(null);
  const region = useScrollRegion(t('shell.nav.agenda'));
  const perDay = byDay(rows);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto" ref={region} data-testid="day-list">
      {days.map((day) => (
        <section key={day} aria-label={`${format.weekday(day)} ${format.date(day)}`}>
          <h2
            className={cx(
              'flex min-h-9 items-center gap-2 text-sm font-medium',
              day === today ? 'text-accent-ink' : 'text-ink-2',
            )}
          >
            <span className="first-letter:uppercase">{dayText(t, format, day)}</span>
            <span className="min-w-0 flex-1 truncate font-normal text-ink-3">{holidays.get(day)}</span>
            {writable && (
              <IconButton
                icon={Plus}
                size="sm"
                label={t('activities.agenda.newAt', { when: format.date(day) })}
                onClick={() => setSlot(day)}
              />
            )}
          </h2>
          {slot === day && <QuickEntry slot={{ day }} ownerId={ownerId} onClose={() => setSlot(null)} />}
          <ul className="flex flex-col gap-1">
            {(perDay.get(day) ?? []).map((activity) => (
              <li key={activity.id} className="min-h-11">
                <AgendaItem activity={activity} showOwner={everybody} onOpen={onOpen} />
              </li>
            ))}
          </ul>
          {!perDay.has(day) && slot !== day && (
            <p className="text-sm text-ink-3">{t('activities.agenda.nothing')}</p>
          )}
        </section>
      ))}
    </div>
  );
}
