import { onlineManager } from '@tanstack/react-query';
import { CircleAlert, WifiOff } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { applyViolations, toProblem } from '@/shared/api/problem';
import { failureDetail, problemText, violationText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { toast } from './toast';

export interface Failure {
  title: string;
  detail: string;
  /** Nothing has failed: it waits for the connection. */
  waiting?: boolean;
}

/**
 * Submits once, keeps what was typed, and puts the server's violations beside their fields; what belongs to no field
 * comes back as `failure`, for a `FormError` above them.
 */
export function useSubmit<T extends FieldValues>(
  form: UseFormReturn<T, unknown, T>,
  run: (values: T) => Promise<unknown>,
) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const onSubmit = (event?: SubmitEvent | { preventDefault: () => void }) => {
    event?.preventDefault();
    if (form.formState.isSubmitting) return Promise.resolve();
    setFailure(null);
    return form.handleSubmit(async (values) => {
      const tellWaiting = (online: boolean) =>
        setFailure(
          online ? null : { title: t('problem.waiting'), detail: t('problem.waitingDetail'), waiting: true },
        );
      const unsubscribe = onlineManager.subscribe(tellWaiting);
      if (!onlineManager.isOnline()) tellWaiting(false);
      try {
        await run(values);
      } catch (error) {
        const problem = toProblem(error);
        if (gone.current) {
          // Nobody sees the form any more: what became of it is told all the same.
          const text = problemText(problem, t);
          toast.failed(text.title, failureDetail(toProblem(error), t));
          return;
        }
        const homeless = applyViolations(problem, Object.keys(form.getValues()), form.setError, (violation) =>
          violationText(violation, t),
        );
        if (problem.violations.length > 0 && homeless.length === 0) return;
        const text = problemText(problem, t);
        // A conflict is about the record, whatever field the server hangs it on; its detail says it in full.
        const words =
          problem.status === 409 || problem.status === 412
            ? ''
            : homeless.map((violation) => `${violation.field}: ${violationText(violation, t)}`).join('; ');
        setFailure({ title: text.title, detail: words || text.detail });
      } finally {
        unsubscribe();
      }
    })();
  };
  return { onSubmit, failure, setFailure };
}

/** What went wrong with a form as a whole. */
export function FormError({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  const Icon = failure.waiting ? WifiOff : CircleAlert;
  return (
    <div
      role={failure.waiting ? 'status' : 'alert'}
      className={cx(
        'flex items-start gap-2 rounded-sm px-3 py-2',
        failure.waiting ? 'bg-neutral-soft text-ink' : 'bg-overdue-soft text-overdue-ink',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{failure.title}</p>
        {failure.detail && <p className="wrap-anywhere">{failure.detail}</p>}
      </div>
    </div>
  );
}

/** Fields in two columns where there is room; `wide` on a field takes both. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-3.5 sm:grid-cols-2">{children}</div>;
}
export const wide = 'sm:col-span-2';
