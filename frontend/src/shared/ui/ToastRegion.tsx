import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { IconButton } from './IconButton';
import { getToasts, subscribeToasts, type ToastMessage, toast } from './toast';

const icons = { done: CircleCheck, failed: CircleAlert, info: Info };
const tones = { done: 'text-paid-ink', failed: 'text-overdue-ink', info: 'text-accent-ink' };

/** Where toasts appear: read out politely, failures at once; a message stays while one points at it. */
export function ToastRegion() {
  const { t } = useTranslation();
  const messages = useSyncExternalStore(subscribeToasts, getToasts);
  // In the middle below (above, on a phone), where neither panels nor dialogs have their buttons; portalled like them,
  // because a message must not lie under what it speaks of.
  return createPortal(
    <section
      aria-label={t('kit.messages')}
      className="pointer-events-none fixed inset-x-3 top-14 z-60 flex flex-col items-center gap-2 sm:top-auto sm:bottom-4"
    >
      {messages.map((message) => (
        <ToastCard key={message.id} message={message} />
      ))}
    </section>,
    document.body,
  );
}

function ToastCard({ message }: { message: ToastMessage }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const Icon = icons[message.tone];
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => toast.dismiss(message.id), message.tone === 'failed' ? 9_000 : 5_000);
    return () => clearTimeout(timer);
  }, [held, message]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while somebody points at it or is in it
    <div
      role={message.tone === 'failed' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-sm items-start gap-2.5 rounded-md border border-line bg-raised py-2 pr-1.5 pl-3 shadow-float"
    >
      <Icon aria-hidden className={cx('mt-1 size-4 shrink-0', tones[message.tone])} />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="font-medium wrap-anywhere">{message.text}</p>
        {message.detail && <p className="text-ink-2 wrap-anywhere">{message.detail}</p>}
        {message.actions && (
          <div className="mt-0.5 flex flex-wrap gap-x-3">
            {message.actions.map((action) => (
              <button
                key={action.label}
                type="button"
                className="font-medium text-accent-ink hover:underline"
                onClick={() => {
                  action.run();
                  toast.dismiss(message.id);
                }}
              >
                {action.label}
              </button>
            ))}
          </div>
        )}
      </div>
      <IconButton icon={X} label={t('kit.close')} size="sm" onClick={() => toast.dismiss(message.id)} />
    </div>
  );
}
