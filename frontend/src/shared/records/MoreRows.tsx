import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { Button } from '@/shared/ui/Button';
import type { PagedRows } from '@/shared/ui/tableTypes';

/** The way to the next page of a list that is no table, and what went wrong on it. */
export function MoreRows<T>({ query }: { query: PagedRows<T> }) {
  const { t } = useTranslation();
  if (query.error)
    return (
      <p role="alert" className="py-1 text-sm text-overdue-ink">
        {problemText(toProblem(query.error), t).title}.{' '}
        <button
          type="button"
          className="font-medium underline"
          onClick={() => (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
        >
          {t('kit.retry')}
        </button>
      </p>
    );
  if (!query.hasNextPage) return null;
  return (
    <Button size="sm" variant="ghost" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {t('kit.showMore')}
    </Button>
  );
}
