import { Link, type LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Place } from '@/shared/lib/useHref';
import { type ButtonVariant, buttonClass } from './Button';
import { Kbd } from './Kbd';

export interface LinkButtonProps {
  place: Place;
  variant?: ButtonVariant;
  icon?: LucideIcon;
  shortcut?: string;
  children: ReactNode;
}

/** A link that looks like the button it stands among: it leads to another page, and can be opened in another tab. */
export function LinkButton({ place, variant, icon: Icon, shortcut, children }: LinkButtonProps) {
  return (
    <Link {...(place as LinkProps)} aria-keyshortcuts={shortcut} className={buttonClass(variant)}>
      {Icon && <Icon aria-hidden className="size-3.5" strokeWidth={2} />}
      <span data-label>{children}</span>
      {shortcut && <Kbd tone={variant === 'primary' ? 'on-accent' : 'plain'}>{shortcut}</Kbd>}
    </Link>
  );
}
