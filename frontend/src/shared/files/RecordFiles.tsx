import { lazy, Suspense } from 'react';
import { withTexts } from '@/shared/i18n';
import { useCan } from '@/shared/session/useSession';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { FileListProps } from './FileList';

const FileList = lazy(() => withTexts(['activities', 'files'], () => import('./FileList')));

/** The files of a record: a part of its panel, or a card of its page. Nothing for who may see none. */
export function RecordFiles(props: FileListProps) {
  if (!useCan()('files.files:read')) return null;
  return (
    <Suspense fallback={<Skeleton className="h-16 w-full rounded-md" />}>
      <FileList key={props.id} {...props} />
    </Suspense>
  );
}
