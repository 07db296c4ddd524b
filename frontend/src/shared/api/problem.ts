import i18next from 'i18next';
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { Violation } from './gen';

/** The server's answer when something failed (RFC 9457), or what stands for it when there was no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Last part of the problem's `type`: `stale`, `invalid`, `not_found`, ... `offline` when the server was not reached. */
  readonly code: string;
  readonly violations: readonly Violation[];
  readonly traceId: string | undefined;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    violations?: Violation[];
    traceId?: string;
  }) {
    super(init.message);
    this.name = 'ApiProblem';
    this.status = init.status;
    this.code = init.code;
    this.violations = init.violations ?? [];
    this.traceId = init.traceId;
  }
}

/**
 * The server speaks English to programs and tells them a code; people read the text of that code, or what the server
 * said when this screen does not know the code.
 */
function words(code: string | undefined, said: string): string {
  const key = [`problem.codes.${code}`, `problem.fields.${code}`].find((known) => i18next.exists(known));
  return key ? String(i18next.t(key as never)) : said;
}

export function toProblem(error: unknown, response?: Response): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const body = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  if (typeof body.title === 'string') {
    const code =
      String(body.type ?? '')
        .split('/')
        .pop() || 'unknown';
    const violations = Array.isArray(body.violations) ? (body.violations as Violation[]) : [];
    return new ApiProblem({
      status: typeof body.status === 'number' ? body.status : (response?.status ?? 0),
      code,
      message: words(code, typeof body.detail === 'string' && body.detail ? body.detail : body.title),
      violations: violations.map((violation) => ({
        ...violation,
        message: words(violation.code, violation.message),
      })),
      traceId: typeof body.trace_id === 'string' ? body.trace_id : undefined,
    });
  }
  if (!response) return new ApiProblem({ status: 0, code: 'offline', message: String(error) });
  return new ApiProblem({ status: response.status, code: 'unknown', message: response.statusText });
}

/** `contracts[0].amount_cents` as a form names it: `contracts.0.amount_cents`. */
export const formPath = (field: string) => field.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

/**
 * Puts each violation beside its field. Gives back those that belong to no field of the form, so that they can be shown
 * above it: a message nobody sees is worse than one in the wrong place.
 */
export function applyViolations<T extends FieldValues>(
  problem: ApiProblem,
  fields: readonly string[],
  setError: UseFormSetError<T>,
): readonly Violation[] {
  const homeless: Violation[] = [];
  let first = true;
  for (const violation of problem.violations) {
    const path = formPath(violation.field);
    if (fields.some((field) => path === field || path.startsWith(`${field}.`))) {
      setError(path as Path<T>, { type: 'server', message: violation.message }, { shouldFocus: first });
      first = false;
    } else {
      homeless.push(violation);
    }
  }
  return homeless;
}
