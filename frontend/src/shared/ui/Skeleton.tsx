import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';

/** The place of something that is coming, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('shimmer block rounded-[5px] bg-line', className)} />;
}

/** In the place of the title of a dialog whose record has yet to be read: a dialog has a name from the first moment. */
export function PendingTitle() {
  const { t } = useTranslation();
  return (
    <>
      <span className="sr-only">{t('kit.loading')}</span>
      <Skeleton className="h-5 w-48" />
    </>
  );
}
