import type { Session } from '@/shared/api/gen';
import { openSession } from '@/shared/session/session';

export const browser = { 'X-Pulso-Client': 'web' };

/** Goes on in another company. Everything of the one that is left must go from the screen: the page begins anew. */
export async function arrive(session: Session): Promise<void> {
  await openSession(session);
  location.assign('/');
}
