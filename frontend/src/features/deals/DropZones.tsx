import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { CalendarClock, CircleX, type LucideIcon, Trophy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { Kbd } from '@/shared/ui/Kbd';
import type { ZoneUse } from './zones';

const zones: readonly { use: ZoneUse; icon: LucideIcon; shortcut: string }[] = [
  { use: 'win', icon: Trophy, shortcut: 'G' },
  { use: 'lose', icon: CircleX, shortcut: 'P' },
  { use: 'postpone', icon: CalendarClock, shortcut: 'A' },
];

/** Where a card can be let go that is on its way: what ends it, and what puts it off. The pointer alone sees them; keys do it too. */
export function DropZones({ several }: { several: boolean }) {
  return (
    <div aria-hidden className="absolute inset-x-4 bottom-3 z-20 flex gap-3 md:inset-x-5">
      {zones
        .filter(({ use }) => !several || use === 'lose')
        .map((zone) => (
          <Zone key={zone.use} {...zone} />
        ))}
    </div>
  );
}

function Zone({ use, icon: Icon, shortcut }: (typeof zones)[number]) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data.kind === 'deal',
      getData: () => ({ kind: 'zone', use }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [use]);
  return (
    <div
      ref={element}
      data-testid={`zone-${use}`}
      className={cx(
        'flex h-18 min-w-0 flex-1 items-center gap-3 rounded-lg border border-dashed bg-raised px-4 shadow-float transition-[translate,opacity] duration-120 starting:translate-y-4 starting:opacity-0 motion-reduce:transition-none max-sm:px-2',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-neutral-soft max-sm:hidden">
        <Icon className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{t(`crm.zones.${use}`)}</span>
        <span className="line-clamp-2 text-sm text-ink-2 max-md:hidden">{t(`crm.zones.${use}Text`)}</span>
      </span>
      <span className="max-md:hidden">
        <Kbd>{shortcut}</Kbd>
      </span>
    </div>
  );
}
