import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { CopyField } from '@/shared/ui/CopyField';
import { Dialog } from '@/shared/ui/Dialog';

/** Shows a key, this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('apiKeys.keyMade')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('apiKeys.keyKept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('apiKeys.keyOnce')}</p>
        <CopyField label={t('apiKeys.keySecret')} value={secret} copied={t('apiKeys.keyCopied')} />
      </div>
    </Dialog>
  );
}
