import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { type Failure, FormError } from './Form';

export interface ConfirmDialogProps {
  title: string;
  text: ReactNode;
  /** What the button does, in its own words. */
  confirm: string;
  /** What the other button does, where "cancel" could be taken for the thing itself. */
  cancel?: string;
  /** `danger` for what cannot be taken back. */
  variant?: 'danger' | 'primary';
  busy?: boolean;
  /** Something has to be chosen before. */
  disabled?: boolean;
  /** A promise is waited for: the dialog closes when it is kept, and stays and tells why when it fails. */
  onConfirm: () => unknown;
  onClose: () => void;
  /** What has to be chosen before. */
  children?: ReactNode;
}

/** Asks once before something that others notice or that cannot be taken back. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  cancel,
  variant = 'danger',
  busy,
  disabled,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    const work = onConfirm();
    if (!(work instanceof Promise)) return;
    setWorking(true);
    setFailure(null);
    try {
      await work;
      onClose();
    } catch (error) {
      setFailure(problemText(toProblem(error), t));
      setWorking(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={title}
      footer={
        <>
          <Button onClick={onClose} disabled={working}>
            {cancel ?? t('kit.cancel')}
          </Button>
          <Button variant={variant} busy={busy || working} disabled={disabled} onClick={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{text}</p>
        <FormError failure={failure} />
        {children}
      </div>
    </Dialog>
  );
}
