import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { Button } from './Button';
import { chipClass } from './Chip';
import { PopupTrigger, popups } from './popups';

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
  const active = value !== undefined && !quiet;
  const trigger = (
    <button
      type="button"
      className={cx(chipClass, active && 'border-transparent bg-accent-soft text-on-accent-soft')}
    >
      <span className="truncate">
        {label}:{' '}
        <span className={cx('font-medium', !active && 'text-ink')}>{value ?? allLabel ?? t('kit.all')}</span>
      </span>
      <ChevronDown aria-hidden className="size-3 shrink-0 opacity-70" />
    </button>
  );
  return (
    <PopupTrigger needs={popups} kind="dialog" trigger={trigger}>
      {({ Popover }, opening) => (
        <Popover trigger={trigger} {...opening} label={label}>
          {(close) => (
            <>
              {children(close)}
              {onClear && active && (
                <Button
                  variant="ghost"
                  size="sm"
                  className="mt-2 w-full"
                  onClick={() => {
                    onClear();
                    close();
                  }}
                >
                  {t('kit.clear')}
                </Button>
              )}
            </>
          )}
        </Popover>
      )}
    </PopupTrigger>
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
