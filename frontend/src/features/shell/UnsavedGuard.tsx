import { useBlocker } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { mayLose, useUnsavedQuestion } from '@/shared/lib/unsaved';

const UnsavedQuestion = lazy(() => import('./UnsavedQuestion'));

/** Asks before what was typed goes with the page: on the way to another one, back, or out. */
export function UnsavedGuard() {
  const question = useUnsavedQuestion();
  useBlocker({ enableBeforeUnload: false, shouldBlockFn: async () => !(await mayLose()) });
  if (!question) return null;
  return (
    <Suspense>
      <UnsavedQuestion answer={question.answer} />
    </Suspense>
  );
}
