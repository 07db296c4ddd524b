import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useContext, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import { IconButton } from './IconButton';
import { PanelExtras, PanelFrame, type SidePanelProps } from './panelFrame';
import { useScrollRegion } from './useScrollRegion';

/**
 * Detail beside the list it came from. The page behind stays alive on a wide screen (another card opens in the same
 * panel); on a phone it fills the screen. Where there is a `PanelFrame`, that draws it.
 */
export function SidePanel(props: SidePanelProps) {
  const frame = useContext(PanelFrame);
  return frame ? frame(props) : <Docked {...props} />;
}

function Docked({ open, onClose, title, subtitle, actions, footer, children }: SidePanelProps) {
  const { t } = useTranslation();
  const { tools, top } = useContext(PanelExtras);
  const narrow = useIsNarrow();
  const popup = useRef<HTMLDivElement>(null);
  const region = useScrollRegion();
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (next) return;
        // Escape belongs to the dialog on top, if there is one; the panel has its turn afterwards.
        if (details.reason === 'escape-key' && document.querySelectorAll('[role=dialog]').length > 1)
          details.cancel();
        else onClose();
      }}
      modal={narrow}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Popup
          ref={popup}
          data-panel={narrow ? undefined : ''}
          // The panel itself, not its close button: the first thing said is the title, and nothing is ringed.
          initialFocus={popup}
          className={cx(
            'fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line bg-raised shadow-float outline-none md:w-[27.5rem]',
            'transition-[opacity,translate] duration-150 data-starting-style:translate-x-4 data-starting-style:opacity-0 data-ending-style:translate-x-4 data-ending-style:opacity-0',
          )}
        >
          <div className="flex items-start gap-2 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold wrap-anywhere">{title}</Base.Title>
              {subtitle && <div className="mt-0.5 truncate text-ink-2">{subtitle}</div>}
            </div>
            {actions}
            {tools}
            <Base.Close render={<IconButton icon={X} label={t('kit.close')} />} />
          </div>
          <div ref={region} className="thin-scroll min-h-0 flex-1 overflow-y-auto p-4 -outline-offset-2">
            {top}
            {children}
          </div>
          {footer && <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
