import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode, Ref } from 'react';
import { cx } from '@/shared/lib/cx';
import { Kbd } from './Kbd';
import { menuClass, optionClass } from './popup';

export interface MenuProps {
  /** The button that opens it, such as `<IconButton ... />`. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** For a trigger that was there before the menu (`PopupTrigger`). */
  button?: Ref<HTMLButtonElement>;
  defaultOpen?: boolean;
}

export function Menu({
  trigger,
  align = 'start',
  children,
  open,
  onOpenChange,
  button,
  defaultOpen,
}: MenuProps) {
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange} modal={false}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className={cx(menuClass, 'min-w-44')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  icon?: LucideIcon;
  onSelect: () => void;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** What is shown now, among other things to show. */
  current?: boolean;
  children: ReactNode;
}

export function MenuItem({
  icon: Icon,
  onSelect,
  shortcut,
  danger,
  disabled,
  current,
  children,
}: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      aria-current={current ? 'page' : undefined}
      className={cx(optionClass, danger && 'text-overdue-ink', current && 'font-medium text-accent-ink')}
      aria-keyshortcuts={shortcut}
    >
      {Icon && <Icon aria-hidden className="size-3.5 text-ink-3" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Base.Item>
  );
}

export interface MenuChoiceProps<T extends string> {
  label: ReactNode;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode }[];
}

/** One of several, inside a menu. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)}>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-sm text-ink-3">{label}</Base.GroupLabel>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          className={cx(optionClass, 'justify-between')}
        >
          {option.label}
          <Base.RadioItemIndicator className="text-accent-ink">
            <Check aria-hidden className="size-3.5" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
