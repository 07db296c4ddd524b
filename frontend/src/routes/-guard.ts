import type { Permission } from '@/shared/api/gen';
import { profileOf } from '@/shared/session/createSession';
import { staffSession } from '@/shared/session/session';
import { can } from '@/shared/session/useSession';

/** The role may not open this page. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

/** For `beforeLoad` of a page: `beforeLoad: requires('crm.leads:read')`. */
export function requires(permission: Permission): () => void {
  return () => {
    const profile = profileOf(staffSession.current());
    if (profile && !can(profile, permission)) throw new Forbidden(permission);
  };
}

/** Only addresses of this app may follow a login: `//elsewhere` and `https://elsewhere` may not. */
export function safeNext(next: unknown): string | undefined {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined;
}
