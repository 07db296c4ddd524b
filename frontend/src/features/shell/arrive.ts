import type { Session } from '@/shared/api/gen';
import { dropUnsaved, mayLose } from '@/shared/lib/unsaved';
import { staffSession } from '@/shared/session/session';

export const browser = { 'X-Pulso-Client': 'web' };

/** Goes on in another company. Everything of the one that is left must go from the screen: the page begins anew. */
export async function arrive(session: Session): Promise<void> {
  await staffSession.open(session);
  dropUnsaved();
  location.assign('/');
}

/** Ends the session, after a question where something typed would go with it. */
export async function logOut(): Promise<void> {
  if (await mayLose({ tab: true })) await staffSession.close();
}
