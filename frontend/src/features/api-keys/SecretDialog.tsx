import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { toast } from '@/shared/ui/toast';

/** Shows a key, this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      toast.done(t('settings.keyCopied'));
    } catch {
      // Without the right to the clipboard the text is selected, for the keys of the keyboard.
      document.querySelector<HTMLInputElement>('#api-key-secret')?.select();
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('settings.keyMade')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('settings.keyKept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('settings.keyOnce')}</p>
        <div className="flex items-center gap-2">
          <input
            id="api-key-secret"
            readOnly
            value={secret}
            aria-label={t('settings.keySecret')}
            onFocus={(event) => event.target.select()}
            className="h-8 min-w-0 flex-1 rounded-sm border border-line bg-neutral-soft px-2 font-mono text-sm"
          />
          <Button icon={Copy} onClick={() => void copy()}>
            {t('settings.copyKey')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
