import { onlineManager } from '@tanstack/react-query';
import { RotateCcw, SearchX, TriangleAlert, WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { doubtConnection } from '@/shared/api/connection';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

/**
 * What happened and what to do, for a part of the page that could not be loaded. What does not exist is no alarm: asking
 * again brings nothing, and no code helps.
 */
export function ErrorState({
  error,
  onRetry,
  back,
}: {
  error: unknown;
  onRetry?: () => void;
  /** The way out when the record does not exist: to the list it would be in. */
  back?: ReactNode;
}) {
  const { t } = useTranslation();
  const problem = toProblem(error);
  const text = problemText(problem, t);
  const offline = problem.code === 'offline';
  useRetryOnline(offline, onRetry);
  if (problem.status === 404)
    return (
      <div role="alert">
        <EmptyState icon={SearchX} title={text.title} text={text.detail} action={back} />
      </div>
    );
  const Icon = offline ? WifiOff : TriangleAlert;
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center gap-1 px-6 py-14 text-center">
      <span className="mb-2 flex size-10 items-center justify-center rounded-lg bg-overdue-soft text-overdue-ink">
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <p className="font-semibold">{text.title}</p>
      <p className="text-ink-2 wrap-anywhere">{text.detail}</p>
      {problem.traceId && !text.code && (
        <p className="mt-1 text-sm text-ink-3">
          {t('kit.traceId')} <code className="select-all">{problem.traceId}</code>
        </p>
      )}
      {onRetry && (
        <Button
          icon={RotateCcw}
          className="mt-3"
          onClick={() => {
            if (offline) doubtConnection();
            onRetry();
          }}
        >
          {t('kit.retry')}
        </Button>
      )}
    </div>
  );
}

/** What could not be loaded without a connection is loaded when there is one, by itself. */
function useRetryOnline(wanted: boolean, retry: (() => void) | undefined): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  useEffect(() => {
    if (!wanted) return;
    return onlineManager.subscribe((online) => {
      if (online) latest.current?.();
    });
  }, [wanted]);
}
