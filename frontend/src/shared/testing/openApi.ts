import { configureClient } from '@/shared/api/client';
import { staffSession } from '@/shared/session/session';
import { answersProfile, server, session } from './server';

/** Logged in, as a component needs it that is shown without the app around it. */
export async function openApi(permissions?: string[]): Promise<void> {
  configureClient();
  server.use(answersProfile(permissions));
  await staffSession.open({
    ...session('token'),
    user: { ...session('token').user, id: crypto.randomUUID() },
  });
}
