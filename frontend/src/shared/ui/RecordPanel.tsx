import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { placeholders } from '@/shared/lib/placeholders';
import { Button } from './Button';
import { ErrorState } from './ErrorState';
import { SidePanel } from './SidePanel';
import { PendingTitle, Skeleton } from './Skeleton';

export interface RecordPanelProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  title: (record: T) => ReactNode;
  subtitle?: (record: T) => ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  children: (record: T) => ReactNode;
}

/** A side panel around one record that has yet to be read. */
export function RecordPanel<T>({
  query,
  title,
  subtitle,
  actions,
  footer,
  onClose,
  children,
}: RecordPanelProps<T>) {
  const { t } = useTranslation();
  const record = query.data;
  return (
    <SidePanel
      open
      onClose={onClose}
      title={
        record ? title(record) : query.error ? problemText(toProblem(query.error), t).title : <PendingTitle />
      }
      subtitle={record && subtitle?.(record)}
      actions={actions}
      footer={footer}
    >
      {record ? (
        children(record)
      ) : query.error ? (
        <ErrorState
          error={query.error}
          onRetry={() => query.refetch()}
          back={<Button onClick={onClose}>{t('kit.backToList')}</Button>}
        />
      ) : (
        <div className="flex flex-col gap-4">
          {placeholders(6).map((row) => (
            <Skeleton key={row} className="h-5 w-full" />
          ))}
        </div>
      )}
    </SidePanel>
  );
}
