import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { useUnsaved } from '@/shared/lib/unsaved';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { useScrollRegion } from './useScrollRegion';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
  /** A form that must not vanish by a click beside it. */
  keepOnOutsideClick?: boolean;
  /** Something typed in it is not saved: it asks before it closes, and so does whoever would leave the page. */
  unsaved?: boolean;
  /** It cannot be closed by hand: there is no going on without it. */
  fixed?: boolean;
}

/** Dialogs that are open, the one on top last: a key or a click is for that one alone, also where they know nothing of each other. */
const layers: object[] = [];

/** Takes part in that order while `open`; gives back whether this one is on top. */
export function useLayer(open: boolean): () => boolean {
  const layer = useRef({});
  useEffect(() => {
    if (!open) return;
    const own = layer.current;
    layers.push(own);
    return () => {
      layers.splice(layers.indexOf(own), 1);
    };
  }, [open]);
  return () => layers.at(-1) === layer.current;
}

/** What one can type into or choose from; switches and boxes are no place to begin. */
const fields =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=file],:disabled,[readonly]), textarea:not(:disabled,[readonly]), [role=combobox]:not(:disabled)';

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' };

export const scrimClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0';

export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = 'md',
  children,
  keepOnOutsideClick,
  unsaved = false,
  fixed = false,
}: DialogProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const isOnTop = useLayer(open);
  useUnsaved(open && unsaved);
  const close = () => {
    if (!isOnTop() || fixed) return;
    if (unsaved) setAsking(true);
    else onClose();
  };
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const region = useScrollRegion(undefined, body);
  const buttons = useRef<HTMLDivElement>(null);
  // Where the work begins: what asks for the focus itself, else the first field, else the safest of the buttons.
  const first = () => {
    const chosen = document.activeElement;
    if (chosen instanceof HTMLElement && body.current?.contains(chosen)) return chosen;
    return (
      body.current?.querySelector<HTMLElement>(fields) ??
      buttons.current?.querySelector<HTMLElement>('button:not(:disabled)') ??
      popup.current
    );
  };
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && close()}
      disablePointerDismissal={keepOnOutsideClick || fixed}
    >
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Popup
          ref={popup}
          // With a finger no keyboard jumps up before one has seen the form.
          initialFocus={(how) => (how === 'touch' ? popup.current : first())}
          className={cx(
            'fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-raised shadow-float outline-none',
            'sm:top-[10dvh] sm:bottom-auto sm:max-h-[80dvh] sm:rounded-lg',
            'transition-[opacity,translate] duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0',
            widths[size],
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-ink-2">{description}</Base.Description>
              )}
            </div>
            {!fixed && (
              <Base.Close render={<IconButton icon={X} label={t('kit.close')} className="-mr-2" />} />
            )}
          </div>
          <div
            ref={region}
            className="thin-scroll min-h-0 flex-1 overflow-y-auto px-5 pb-5 -outline-offset-2"
          >
            {children}
          </div>
          {footer && (
            <div ref={buttons} className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </div>
          )}
          {asking && (
            <DiscardQuestion
              onKeep={() => setAsking(false)}
              onDiscard={() => {
                setAsking(false);
                onClose();
              }}
            />
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The button of a form's dialog that changes nothing; it asks, as every other way out does. */
export function DialogCancel({ disabled, children }: { disabled?: boolean; children?: ReactNode }) {
  const { t } = useTranslation();
  return <Base.Close render={<Button disabled={disabled}>{children ?? t('kit.cancel')}</Button>} />;
}

export function DiscardQuestion({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onKeep}
      size="sm"
      title={t('kit.discardTitle')}
      footer={
        <>
          <Button onClick={onKeep}>{t('kit.keepEditing')}</Button>
          <Button variant="danger" onClick={onDiscard}>
            {t('kit.discard')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('kit.discardText')}</p>
    </Dialog>
  );
}
