import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { scrimClass } from '@/shared/ui/Dialog';
import { SideNav } from './SideNav';

/** The navigation where there is no room beside the page. */
export default function NavDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Popup
          aria-label={t('shell.nav.label')}
          className="fixed inset-y-0 left-0 z-50 w-64 border-r border-line bg-background shadow-float outline-none transition-transform duration-150 data-starting-style:-translate-x-full data-ending-style:-translate-x-full"
        >
          <SideNav onNavigate={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
