import type { TFunction } from 'i18next';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { toast } from './toast';

/** Says what went wrong with something that has no form to say it in. */
export function tellFailure(error: unknown, t: TFunction): void {
  const problem = toProblem(error);
  toast.failed(problemText(problem, t).title, failureDetail(problem, t));
}
