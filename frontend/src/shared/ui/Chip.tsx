import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { PopupTrigger, popups } from './popups';

export const chipClass = cx(
  'inline-flex h-6.5 max-w-full items-center gap-1 rounded-full border border-line bg-surface px-2.5 text-sm text-ink-2',
  'transition-colors duration-100 hover:border-line-strong data-popup-open:border-line-strong pointer-coarse:h-9',
);

/** A word about a record, such as a tag; removable where `onRemove` is given. */
export function Chip({ children, onRemove }: { children: ReactNode; onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-full bg-neutral-soft px-2 py-0.5 text-sm text-ink-2">
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={t('kit.remove')}
          onClick={onRemove}
          className="-mr-1 hover:text-ink"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}

export interface FilterChipProps<T extends string> {
  label: string;
  /** Empty: no filter. */
  value: T | '';
  onChange: (value: T | '') => void;
  options: readonly { value: T; label: string }[];
  /** What no filter is called; `Todos` unless told, which is wrong beside a feminine label (`Situação: Todas`). */
  allLabel?: string;
  /** The filter cannot be taken away, only changed. */
  required?: boolean;
}

/** `Responsável: Todos`: a filter that says what it does and opens its choices. */
export function FilterChip<T extends string>({
  label,
  value,
  onChange,
  options,
  allLabel,
  required,
}: FilterChipProps<T>) {
  const { t } = useTranslation();
  const all = allLabel ?? t('kit.all');
  const current = options.find((option) => option.value === value)?.label ?? (value || all);
  const rows: { value: T | ''; label: string }[] = required
    ? [...options]
    : [{ value: '', label: all }, ...options];
  const trigger = (
    <button
      type="button"
      className={cx(chipClass, value && !required && 'border-transparent bg-accent-soft text-on-accent-soft')}
    >
      <span className="truncate">
        {label}: <span className={cx('font-medium', !(value && !required) && 'text-ink')}>{current}</span>
      </span>
      <ChevronDown aria-hidden className="size-3 shrink-0 opacity-70" />
    </button>
  );
  return (
    <PopupTrigger needs={popups} kind="menu" trigger={trigger}>
      {({ FilterMenu }, opening) => (
        <FilterMenu
          trigger={trigger}
          {...opening}
          value={value}
          onChange={(next) => onChange(next as T | '')}
          rows={rows}
        />
      )}
    </PopupTrigger>
  );
}
