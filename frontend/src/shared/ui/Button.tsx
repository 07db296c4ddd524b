import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';
import { Kbd } from './Kbd';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent-hover',
  secondary: 'border-line bg-surface text-ink hover:not-disabled:bg-hover',
  ghost:
    'border-transparent bg-transparent text-ink-2 hover:not-disabled:bg-hover hover:not-disabled:text-ink',
  danger: 'border-line bg-surface text-overdue-ink hover:not-disabled:bg-overdue-soft',
};

/** The look of a button, for links that must look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: 'sm' | 'md' = 'md'): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm border font-medium',
    'transition-colors duration-100 disabled:opacity-50 data-disabled:opacity-50',
    size === 'md' ? 'h-8 px-3 text-base' : 'h-7 px-2 text-sm',
    variants[variant],
  );
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: 'sm' | 'md';
  icon?: LucideIcon;
  /** Shows that the work goes on and refuses a second click; the label stays, so nothing jumps. */
  busy?: boolean;
  shortcut?: string;
  children?: ReactNode;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy,
  shortcut,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      className={cx(buttonClass(variant, size), className)}
    >
      {busy ? (
        <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
      ) : (
        Icon && <Icon aria-hidden className="size-3.5" strokeWidth={2} />
      )}
      {children !== undefined && <span data-label>{children}</span>}
      {shortcut && <Kbd tone={variant === 'primary' ? 'on-accent' : 'plain'}>{shortcut}</Kbd>}
    </button>
  );
}
