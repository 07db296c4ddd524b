import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '@/shared/api/changes';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import type { Failure } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';

/** A document of the settings that is replaced as a whole: its write, and why it was refused. */
export function useSaved<Body, Answer>(
  write: (body: Body) => Promise<Answer>,
  kind: RecordKind,
  done: string,
  /** What has been saved, before others hear of it. */
  onSaved: (saved: Answer) => void,
) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const saving = useWrite(write, [kind], {
    onDone: (saved) => {
      setFailure(null);
      onSaved(saved);
      toast.done(done);
    },
    onError: (error) => {
      const problem = toProblem(error);
      const [violation] = problem.violations;
      const text = problemText(problem, t);
      setFailure(violation ? { ...text, detail: violationText(violation, t) } : text);
    },
  });
  return { failure, clear: () => setFailure(null), save: saving.mutate, busy: saving.isPending };
}
