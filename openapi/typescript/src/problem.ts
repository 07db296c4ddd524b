import type { ProblemKind } from './gen/operations.gen.ts';

/** One field that is at fault. `code` is stable; `message` is for developers. */
export interface Violation {
  readonly field: string;
  /** JSON pointer (RFC 6901) into the body; absent for parameters and headers. */
  readonly pointer?: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal as the API tells it (RFC 9457). Decide by `kind`; unknown kinds by `status`. */
export class PulsoProblem extends Error {
  override readonly name = 'PulsoProblem';
  readonly status: number;
  /** The last part of `type`: `stale`, `invalid`, `too_many_requests`, ... */
  readonly kind: string;
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly violations: readonly Violation[];
  /** Quote it when you report something. */
  readonly traceId: string | undefined;
  /** With `stale`: the version that the record has now. */
  readonly currentVersion: number | undefined;
  /** With `duplicate`: the record that has the value already. */
  readonly existingId: string | undefined;
  /** Milliseconds to wait before the request may be sent again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    const title = text(body.title) ?? `status ${status}`;
    super([title, text(body.detail)].filter(Boolean).join(': '));
    this.status = status;
    this.type = text(body.type) ?? 'about:blank';
    this.kind = this.type.replace(/\/$/, '').split('/').at(-1) ?? 'unexpected';
    this.title = title;
    this.detail = text(body.detail);
    this.violations = Array.isArray(body.violations) ? (body.violations as Violation[]) : [];
    this.traceId = text(body.trace_id);
    this.currentVersion = typeof body.current_version === 'number' ? body.current_version : undefined;
    this.existingId = text(body.existing_id);
    this.retryAfter = retryAfter;
  }

  is(kind: ProblemKind): boolean {
    return this.kind === kind;
  }

  /** The violations of one field. */
  of(field: string): readonly Violation[] {
    return this.violations.filter((each) => each.field === field);
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** No answer came: the network failed, and so did every repeat that was safe. */
export class PulsoUnreachable extends Error {
  override readonly name = 'PulsoUnreachable';
}
