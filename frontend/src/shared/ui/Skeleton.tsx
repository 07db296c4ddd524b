import { cx } from '@/shared/lib/cx';

/** The place of something that is coming, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('shimmer block rounded-[5px] bg-line', className)} />;
}
