import { useBlocker } from '@tanstack/react-router';
import { mayLose, useUnsavedQuestion } from '@/shared/lib/unsaved';
import { DiscardQuestion } from '@/shared/ui/Dialog';

/** Asks before what was typed goes with the page: on the way to another one, back, or out. */
export function UnsavedGuard() {
  const question = useUnsavedQuestion();
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn: async () => !(await mayLose()),
  });
  if (!question) return null;
  return <DiscardQuestion onKeep={() => question.answer(false)} onDiscard={() => question.answer(true)} />;
}
