import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { IconButton } from './IconButton';
import { showToasts, type ToastMessage } from './toast';

const icons = { done: CircleCheck, failed: CircleAlert, info: Info };
const tones = { done: 'text-paid-ink', failed: 'text-overdue-ink', info: 'text-accent-ink' };

/** The library takes each message for a dialog. */
const noDialog = { 'aria-modal': undefined };

/** A failure is read longer, and what can be taken back is offered for as long as it takes to notice. */
const timeoutOf = ({ tone, actions }: ToastMessage) => (actions ? 12_000 : tone === 'failed' ? 9_000 : 5_000);

/**
 * The messages of `toast`: read out politely, failures at once, by a region that was there before them. Their time stands
 * still while one points at them, while the keyboard is in them (F6 leads there, Escape closes one) and while the window is
 * left.
 */
export function Toasts() {
  const [manager] = useState(() => Toast.createToastManager<ToastMessage>());
  // After the provider's own effect: by then it listens to its manager.
  useEffect(
    () =>
      showToasts({
        show: (message) =>
          manager.add({
            id: message.id,
            title: message.text,
            description: message.detail,
            timeout: timeoutOf(message),
            data: message,
          }),
        dismiss: (id) => manager.close(id),
      }),
    [manager],
  );
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Region />
    </Toast.Provider>
  );
}

function Region() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager<ToastMessage>();
  return (
    <Toast.Portal>
      {/* In the middle below (above, on a phone), where neither panels nor dialogs have their buttons; portalled like them,
          because a message must not lie under what it speaks of. */}
      <Toast.Viewport
        aria-label={t('kit.messages')}
        className="pointer-events-none fixed inset-x-3 top-14 z-60 flex flex-col-reverse items-center gap-2 sm:top-auto sm:bottom-4"
      >
        {toasts.map((one) => (
          <ToastCard key={one.id} toast={one} />
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}

function ToastCard({ toast }: { toast: Toast.Root.ToastObject<ToastMessage> }) {
  const { t } = useTranslation();
  const { close } = Toast.useToastManager();
  if (!toast.data) return null;
  const { id, tone, detail, actions } = toast.data;
  const Icon = icons[tone];
  return (
    <Toast.Root
      toast={toast}
      // It asks nothing that must be answered: no dialog. A failure is said at once, by the message itself: the library's own
      // way hides it from readers and says a copy.
      role={tone === 'failed' ? 'alert' : 'group'}
      {...noDialog}
      swipeDirection={['right', 'down']}
      className="pointer-events-auto w-full max-w-sm rounded-md border border-line bg-raised py-2 pr-1.5 pl-3 shadow-float transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5">
        <Icon aria-hidden className={cx('mt-1 size-4 shrink-0', tones[tone])} />
        <div className="min-w-0 flex-1 py-0.5">
          <Toast.Title render={<p />} className="font-medium wrap-anywhere" />
          {detail && <Toast.Description render={<p />} className="text-ink-2 wrap-anywhere" />}
          {actions && (
            <div className="mt-0.5 flex flex-wrap gap-x-3">
              {actions.map((action) => (
                <button
                  key={action.label}
                  type="button"
                  className="rounded-[4px] font-medium text-accent-ink hover:underline pointer-coarse:min-h-11"
                  onClick={() => {
                    action.run();
                    close(id);
                  }}
                >
                  {action.label}
                </button>
              ))}
            </div>
          )}
        </div>
        <IconButton icon={X} label={t('kit.close')} size="sm" onClick={() => close(id)} />
      </Toast.Content>
    </Toast.Root>
  );
}
