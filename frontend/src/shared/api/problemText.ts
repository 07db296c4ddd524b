import type { TFunction } from 'i18next';
import type { ApiProblem } from './problem';

/** A failure in the words of the screen: what happened, what to do. The server's own detail where it says more. */
export function problemText(problem: ApiProblem, t: TFunction): { title: string; detail: string } {
  if (problem.code === 'offline') return { title: t('problem.offline'), detail: t('problem.offlineDetail') };
  switch (problem.status) {
    case 401:
      return { title: t('problem.unauthorized'), detail: t('problem.unauthorizedDetail') };
    case 403:
      return { title: t('problem.forbidden'), detail: t('problem.forbiddenDetail') };
    case 404:
      return { title: t('problem.notFound'), detail: t('problem.notFoundDetail') };
    case 412:
      return { title: t('problem.stale'), detail: t('problem.staleDetail') };
    case 409:
      if (problem.code === 'stale') return { title: t('problem.stale'), detail: t('problem.staleDetail') };
      return { title: t('problem.conflict'), detail: problem.message };
    case 429:
      return { title: t('problem.tooMany'), detail: t('problem.tooManyDetail') };
    case 400:
    case 422: {
      const first = problem.violations[0];
      return {
        title: t('problem.invalid'),
        detail: first ? `${first.field}: ${first.message}` : problem.message,
      };
    }
    default:
      return { title: t('problem.server'), detail: t('problem.serverDetail') };
  }
}
