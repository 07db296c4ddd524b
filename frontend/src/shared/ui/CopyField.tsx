import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { toast } from './toast';

/** A text that is there to be taken along, such as a link or a key. */
export function CopyField({ label, value, copied }: { label: string; value: string; copied: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.done(copied);
    } catch {
      // Without the right to the clipboard the text is selected, for the keys of the keyboard.
      field.current?.select();
    }
  };
  return (
    <div className="flex items-center gap-2">
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => event.target.select()}
        className="h-8 min-w-0 flex-1 rounded-sm border border-line bg-neutral-soft px-2 font-mono text-sm"
      />
      <Button icon={Copy} onClick={() => void copy()}>
        {t('kit.copyRows')}
      </Button>
    </div>
  );
}
