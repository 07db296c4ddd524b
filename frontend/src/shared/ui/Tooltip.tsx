import type { ReactElement, ReactNode } from 'react';
import { popups } from './popups';

/** A word of help on hover or focus. Never the only place of what one must know. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactElement }) {
  const parts = popups.use();
  return parts ? <parts.TooltipPopup content={content}>{children}</parts.TooltipPopup> : children;
}
