import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExpandingKind, pageOf, resourceOf } from '@/shared/resources';
import { Card } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PanelFrame, type SidePanelProps, StorySlot } from '@/shared/ui/panelFrame';
import { RecordLoop } from './RecordLoop';
import { WalkButtons } from './WalkButtons';
import { walkFrom } from './walk';

export interface RecordAloneProps {
  kind: ExpandingKind;
  id: string;
  /** Its panel, which is the page here. */
  children: (close: () => void) => ReactNode;
}

/**
 * A record on a page of its own: the panel that stands beside its list, with the loop on top, its facts at the side and what has
 * happened to it in the middle.
 */
export function RecordAlone({ kind, id, children }: RecordAloneProps) {
  const navigate = useNavigate();
  const [story, setStory] = useState<HTMLElement | null>(null);
  const { to } = resourceOf(kind);
  const close = useCallback(() => void navigate({ to } as never), [navigate, to]);
  const frame = useCallback(
    (panel: SidePanelProps) => <Page kind={kind} id={id} panel={panel} onStory={setStory} />,
    [kind, id],
  );
  return (
    <PanelFrame value={frame}>
      <StorySlot value={story}>{children(close)}</StorySlot>
    </PanelFrame>
  );
}

function Page({
  kind,
  id,
  panel,
  onStory,
}: Pick<RecordAloneProps, 'kind' | 'id'> & {
  panel: SidePanelProps;
  onStory: (element: HTMLElement | null) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { to, text } = resourceOf(kind);
  const { title, subtitle, actions, footer, children } = panel;
  const list = t(`shell.nav.${text}`);
  return (
    <>
      <PageHeader
        title={typeof title === 'string' ? title : '…'}
        parent={
          <Link to={to} className="hover:text-accent-ink">
            {list}
          </Link>
        }
      />
      <div className="flex flex-col gap-3 p-4 md:px-5">
        <Card flush>
          <RecordLoop kind={kind} id={id} className="border-b border-line px-2.5 py-1" />
          <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2.5 p-4">
            <div className="min-w-0 flex-1 max-md:basis-full">
              <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h2>
              {subtitle && <p className="mt-0.5 text-ink-2 wrap-anywhere">{subtitle}</p>}
            </div>
            <div className="flex flex-wrap items-center gap-2 md:justify-end">
              <WalkButtons
                withPlace
                walk={walkFrom(kind, id)}
                onOpen={(other) => void navigate(pageOf(kind, other) as never)}
              />
              {actions}
              {footer}
            </div>
          </div>
        </Card>
        <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
          {/* On a phone who it is comes before what was done. */}
          <div ref={onStory} className="flex min-w-0 flex-col gap-3 max-lg:order-1" />
          <Card title={t('loop.facts')}>{children}</Card>
        </div>
      </div>
    </>
  );
}
