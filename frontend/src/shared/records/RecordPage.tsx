import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ResourceKind, resourceOf } from '@/shared/resources';
import { ErrorState } from '@/shared/ui/ErrorState';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PageHeader } from '@/shared/ui/PageHeader';

export interface RecordPageProps {
  kind: ResourceKind;
  query: { error: unknown; refetch: () => unknown };
  title: string;
  /** What the tab of the browser calls it, where the title alone says too little. */
  document?: string;
  /** What it is and what hangs on it. */
  main: ReactNode;
  /** What is known besides, at the side or below. */
  side: ReactNode;
  /** Where it stands between lead and payment, over everything. */
  above?: ReactNode;
  /** What opens over it. */
  children?: ReactNode;
}

/** One record on a page of its own, under the list that it belongs to. */
export function RecordPage({ kind, query, title, document, above, main, side, children }: RecordPageProps) {
  const { t } = useTranslation();
  const { to, text } = resourceOf(kind);
  return (
    <>
      <PageHeader
        title={query.error ? t('problem.notLoaded') : title}
        document={document}
        parent={
          <Link to={to} className="hover:text-accent-ink">
            {t(`shell.nav.${text}`)}
          </Link>
        }
      />
      {query.error ? (
        <ErrorState
          error={query.error}
          onRetry={() => void query.refetch()}
          back={<LinkButton place={{ to }}>{t('kit.backToList')}</LinkButton>}
        />
      ) : (
        <div className="grid items-start gap-3 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_21rem]">
          {above && <div className="min-w-0 lg:col-span-2">{above}</div>}
          <div className="flex min-w-0 flex-col gap-3">{main}</div>
          <div className="flex min-w-0 flex-col gap-3">{side}</div>
        </div>
      )}
      {children}
    </>
  );
}
