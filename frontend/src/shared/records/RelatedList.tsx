import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { placeOf, type ResourceKind } from '@/shared/resources';
import { Skeleton } from '@/shared/ui/Skeleton';

export interface RelatedListProps<T> {
  title: string;
  empty: string;
  query: { data: { data: T[] } | undefined; error: unknown };
  /** One of them, as a `RelatedRow`. */
  children: (record: T) => ReactNode;
}

/** What hangs on a record, in its panel. */
export function RelatedList<T>({ title, empty, query, children }: RelatedListProps<T>) {
  const { t } = useTranslation();
  const rows = query.data?.data;
  return (
    <section className="border-t border-line pt-3">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {query.error ? (
        <p role="alert" className="text-overdue-ink">
          {problemText(toProblem(query.error), t).title}
        </p>
      ) : !rows ? (
        <Skeleton className="my-2 h-4 w-full" />
      ) : rows.length === 0 ? (
        <p className="text-ink-3">{empty}</p>
      ) : (
        <ul>{rows.map(children)}</ul>
      )}
    </section>
  );
}

/** A line that leads to the record that it names. */
export function RelatedRow({
  kind,
  id,
  search,
  children,
}: {
  kind: ResourceKind;
  id: string;
  search?: object;
  children: ReactNode;
}) {
  const place = placeOf(kind, id);
  return (
    <li>
      <Link
        {...({ ...place, search: { ...place.search, ...search } } as LinkProps)}
        className="-mx-2 flex min-h-9 items-center gap-2 rounded-sm px-2 hover:bg-hover"
      >
        {children}
      </Link>
    </li>
  );
}
