import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { Violation } from './gen';

/** The server's answer when something failed (RFC 9457), or what stands for it when there was no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Last part of the problem's `type`: `stale`, `invalid`, `not_found`, ... `offline` when the server was not reached. */
  readonly code: string;
  readonly violations: readonly Violation[];
  readonly traceId: string | undefined;
  /** Of `second_factor_required`: what the second step of the login takes. */
  readonly mfaToken: string | undefined;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    violations?: Violation[];
    traceId?: string;
    mfaToken?: string;
  }) {
    super(init.message);
    this.name = 'ApiProblem';
    this.status = init.status;
    this.code = init.code;
    this.violations = init.violations ?? [];
    this.traceId = init.traceId;
    this.mfaToken = init.mfaToken;
  }
}

export function toProblem(error: unknown, response?: Response): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const body = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  if (typeof body.title === 'string') {
    return new ApiProblem({
      status: typeof body.status === 'number' ? body.status : (response?.status ?? 0),
      code:
        String(body.type ?? '')
          .split('/')
          .pop() || 'unknown',
      message: typeof body.detail === 'string' && body.detail ? body.detail : body.title,
      violations: Array.isArray(body.violations) ? (body.violations as Violation[]) : [],
      traceId: typeof body.trace_id === 'string' ? body.trace_id : undefined,
      mfaToken: typeof body.mfa_token === 'string' ? body.mfa_token : undefined,
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
  textOf: (violation: Violation) => string = (violation) => violation.message,
): readonly Violation[] {
  const homeless: Violation[] = [];
  let first = true;
  for (const violation of problem.violations) {
    const path = formPath(violation.field);
    if (fields.some((field) => path === field || path.startsWith(`${field}.`))) {
      setError(path as Path<T>, { type: 'server', message: textOf(violation) }, { shouldFocus: first });
      first = false;
    } else {
      homeless.push(violation);
    }
  }
  return homeless;
}
