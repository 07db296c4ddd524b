import { Popover as Base } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { Button } from './Button';
import { chipClass } from './Chip';

export interface PopoverChipProps {
  label: string;
  /** What the filter is set to; absent: no filter. */
  value?: string;
  /** What no filter is called; `Todos` unless told. */
  allLabel?: string;
  /** The value is a default, not a choice that hides rows. */
  quiet?: boolean;
  onClear?: () => void;
  children: (close: () => void) => ReactNode;
}

/** A filter whose choice needs more than a list: a date, a range, a search. */
export function PopoverChip({ label, value, allLabel, quiet, onClear, children }: PopoverChipProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const active = value !== undefined && !quiet;
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger
        className={cx(chipClass, active && 'border-transparent bg-accent-soft text-on-accent-soft')}
      >
        <span className="truncate">
          {label}:{' '}
          <span className={cx('font-medium', !active && 'text-ink')}>
            {value ?? allLabel ?? t('kit.all')}
          </span>
        </span>
        <ChevronDown aria-hidden className="size-3 shrink-0 opacity-70" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className="w-64 max-w-(--available-width) origin-(--transform-origin) rounded-md border border-line bg-raised p-3 shadow-float outline-none transition-[opacity,scale] duration-100 data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0"
          >
            {children(() => setOpen(false))}
            {onClear && active && (
              <Button
                variant="ghost"
                size="sm"
                className="mt-2 w-full"
                onClick={() => {
                  onClear();
                  setOpen(false);
                }}
              >
                {t('kit.clear')}
              </Button>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Ready choices inside a popover: `Hoje`, `Este mês`. */
export function PresetList({
  presets,
}: {
  presets: readonly { label: string; selected?: boolean; onSelect: () => void }[];
}) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {presets.map((preset) => (
        <li key={preset.label}>
          <Button
            size="sm"
            aria-pressed={preset.selected}
            className="aria-pressed:border-accent aria-pressed:text-accent-ink"
            onClick={preset.onSelect}
          >
            {preset.label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
