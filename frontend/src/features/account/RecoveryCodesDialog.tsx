import { Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { toast } from '@/shared/ui/toast';

/** The codes for who loses the app; they are shown this once. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const text = `${codes.join('\n')}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.done(t('account.codesCopied'));
    } catch {
      // Without TLS there is no clipboard: the file remains.
      toast.info(t('account.codesCopyFailed'));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('account.codesTitle')}
      description={t('account.codesText')}
      keepOnOutsideClick
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('account.codesSaved')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <ol
          aria-label={t('account.codesTitle')}
          className="tabular grid grid-cols-1 gap-x-4 gap-y-1 rounded-sm border border-line bg-surface px-3 py-2 font-medium sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code} className="select-all">
              {code}
            </li>
          ))}
        </ol>
        <div className="flex gap-2">
          <Button icon={Copy} onClick={() => void copy()}>
            {t('account.copy')}
          </Button>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download={t('account.codesFile')}
            className="inline-flex h-8 items-center gap-1.5 rounded-sm px-3 font-medium text-ink-2 hover:bg-hover hover:text-ink"
          >
            <Download aria-hidden className="size-4" />
            {t('account.download')}
          </a>
        </div>
      </div>
    </Dialog>
  );
}
