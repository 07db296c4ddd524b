import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';

export interface RelatedListProps {
  title: string;
  empty: string;
  error?: unknown;
  children: ReactNode;
}

/** What hangs on a record, in its panel. */
export function RelatedList({ title, empty, error, children }: RelatedListProps) {
  const { t } = useTranslation();
  return (
    <section className="border-t border-line pt-3">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {error ? (
        <p role="alert" className="text-overdue-ink">
          {problemText(toProblem(error), t).title}
        </p>
      ) : Children.count(children) === 0 ? (
        <p className="text-ink-3">{empty}</p>
      ) : (
        <ul>{children}</ul>
      )}
    </section>
  );
}
