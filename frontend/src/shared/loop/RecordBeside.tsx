import { Link, type LinkProps } from '@tanstack/react-router';
import { Maximize2 } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExpandingKind, pageOf } from '@/shared/resources';
import { PanelExtras } from '@/shared/ui/panelFrame';
import { RecordLoop } from './RecordLoop';
import { WalkButtons } from './WalkButtons';
import { keepWalk, walkOf } from './walk';

export interface RecordBesideProps {
  kind: ExpandingKind;
  id: string;
  /** What is listed, in its order: J and K go through it. */
  ids: readonly string[];
  onOpen: (id: string) => void;
  /** Its panel. */
  children: ReactNode;
}

/** The panel of a record beside its list: the loop on top, the way to the next one, and to its page. */
export default function RecordBeside({ kind, id, ids, onOpen, children }: RecordBesideProps) {
  const { t } = useTranslation();
  useEffect(() => keepWalk(kind, ids), [kind, ids]);
  const extras = useMemo(
    () => ({
      tools: (
        <>
          <WalkButtons walk={walkOf(ids, id)} onOpen={onOpen} />
          <Link
            {...(pageOf(kind, id) as LinkProps)}
            aria-label={t('loop.expand')}
            title={t('loop.expand')}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <Maximize2 aria-hidden className="size-4" strokeWidth={1.75} />
          </Link>
        </>
      ),
      top: <RecordLoop kind={kind} id={id} className="-mt-2 mb-3" />,
    }),
    [kind, id, ids, onOpen, t],
  );
  return <PanelExtras value={extras}>{children}</PanelExtras>;
}
