import i18next, { type TFunction } from 'i18next';
import type { Violation } from './gen';
import type { ApiProblem } from './problem';

/** The text of a code that the server promises to keep, in the language of the screen; nothing for one we do not know. */
function known(group: 'codes' | 'violations', code: string, t: TFunction): string | undefined {
  if (!/^[\w-]+$/.test(code) || !i18next.exists(`problem.${group}.${code}`)) return undefined;
  return group === 'codes'
    ? t(`problem.codes.${code as 'stage_in_use'}`)
    : t(`problem.violations.${code as 'required'}`);
}

/**
 * What is wrong with a field, in the words of the screen: by field and code (`email` + `invalid`), by code alone, else in
 * the server's own (English) words, which say more than "invalid" would.
 */
export function violationText(violation: Violation, t: TFunction): string {
  const name =
    violation.field
      .split('.')
      .pop()
      ?.replace(/\[\d+\]$/, '') ?? '';
  const { code } = violation;
  return known('violations', `${name}_${code}`, t) ?? known('violations', code, t) ?? violation.message;
}

export interface ProblemText {
  title: string;
  detail: string;
  /** The code of the error, where `detail` asks the reader to report it and says it. */
  code?: string;
}

/** A failure in the words of the screen: what happened, what to do. The server's own detail where it says more. */
export function problemText(problem: ApiProblem, t: TFunction): ProblemText {
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
      if (problem.code === 'changed_meanwhile')
        return { title: t('problem.stale'), detail: t('problem.staleDetail') };
      return {
        title: t('problem.conflict'),
        detail: known('codes', problem.code, t) ?? problem.message,
      };
    case 429:
      return { title: t('problem.tooMany'), detail: t('problem.tooManyDetail') };
    case 400:
    case 422: {
      const first = problem.violations[0];
      return {
        title: t('problem.invalid'),
        detail: first ? `${first.field}: ${violationText(first, t)}` : problem.message,
      };
    }
    default: {
      const code = problem.traceId;
      // Nobody is asked to report what is not shown: a proxy that answers for the server gives no code.
      return code
        ? { title: t('problem.server'), detail: t('problem.serverDetailCode', { code }), code }
        : { title: t('problem.server'), detail: t('problem.serverDetail') };
    }
  }
}

/** What a passing message says of a failure: its words, and, where they ask for the code of the error, a way to copy it. */
export function failureDetail(
  problem: ApiProblem,
  t: TFunction,
  detail?: string,
): { detail: string; actions?: { label: string; run: () => void }[] } {
  const text = problemText(problem, t);
  const { code } = text;
  const words = detail ?? text.detail;
  if (!code) return { detail: words };
  return {
    detail: words,
    actions: [{ label: t('kit.copyCode'), run: () => void navigator.clipboard.writeText(code) }],
  };
}
