import { createContext, type ReactNode } from 'react';

export interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** Who draws a panel in another way than beside a list: as a page of its own. */
export const PanelFrame = createContext<((panel: SidePanelProps) => ReactNode) | null>(null);

/** What the place that a panel is opened from adds to it: tools beside the closing button, and what stands over its content. */
export const PanelExtras = createContext<{ tools?: ReactNode; top?: ReactNode }>({});

/** Where the story of a record goes when it has a column of its own. */
export const StorySlot = createContext<HTMLElement | null>(null);
