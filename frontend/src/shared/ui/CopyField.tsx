import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { Button } from './Button';
import { toast } from './toast';

export interface CopyFieldProps {
  label: string;
  /** Empty while it is on its way. */
  value: string;
  copied: string;
  /** What the button says, and what is said where the browser lets nobody copy. */
  action?: string;
  failed?: string;
  /** The button under the text, where there is little room. */
  stacked?: boolean;
}

/** A text that is there to be taken along, such as a link or a key. */
export function CopyField({ label, value, copied, action, failed, stacked }: CopyFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.done(copied);
    } catch {
      // Without the right to the clipboard the text is selected, for the keys of the keyboard.
      field.current?.select();
      if (failed) toast.info(failed);
    }
  };
  return (
    <div className={cx('flex', stacked ? 'flex-col gap-3 [&>input]:flex-none' : 'items-center gap-2')}>
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => event.target.select()}
        className="h-8 min-w-0 flex-1 truncate rounded-sm border border-line bg-neutral-soft px-2 font-mono text-sm"
      />
      <Button icon={Copy} disabled={value === ''} onClick={() => void copy()}>
        {action ?? t('kit.copyRows')}
      </Button>
    </div>
  );
}
