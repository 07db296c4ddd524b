import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import { toast } from './toast';

/**
 * An e-mail address in one line: where it has no room its end is left out, and told to who points at it; it is copied whole.
 */
export function EmailText({ address, href }: { address: string; href?: string }) {
  const { t } = useTranslation();
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => toast.done(t('kit.emailCopied'), { detail: address }),
      () => toast.failed(t('kit.copyRowsFailed'), { detail: address }),
    );
  return (
    <span className="flex max-w-full min-w-0 items-center gap-1">
      {href ? (
        <a href={href} title={address} className="min-w-0 truncate text-accent-ink hover:underline">
          {address}
        </a>
      ) : (
        <span title={address} className="min-w-0 truncate">
          {address}
        </span>
      )}
      <IconButton
        icon={Copy}
        size="sm"
        // As high as the line it stands in.
        className="-my-1"
        label={t('kit.copyEmail', { address })}
        onClick={() => void copy()}
      />
    </span>
  );
}
