import { dropEarly, takeEarly } from '@/shared/api/early';
import type { Profile } from '@/shared/api/gen';
import { dropUnsaved } from '@/shared/lib/unsaved';
import { createSession } from './createSession';

const authCall = (path: string) =>
  fetch(new URL(`/api/auth/${path}`, location.origin), {
    method: 'POST',
    headers: { 'X-Pulso-Client': 'web', Accept: 'application/json' },
    credentials: 'same-origin',
  });

async function readProfile(token: string): Promise<Profile> {
  const response = await (takeEarly('/api/profile') ??
    fetch(new URL('/api/profile', location.origin), {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    }));
  if (!response.ok) throw new Error(`profile answered ${response.status}`);
  return (await response.json()) as Profile;
}

/** The session of those who work in this company. Its name is known to `public/boot.js`, too. */
export const staffSession = createSession<Profile>({
  name: 'pulso',
  refresh: async () => takeEarly('/api/auth/refresh', { lasting: true }) ?? authCall('refresh'),
  logout: () => authCall('logout'),
  readProfile,
  onTakenOver: () => {
    dropUnsaved();
    location.reload();
  },
});

// What one person has asked for is not for the next one.
staffSession.subscribe(() => {
  if (staffSession.current().status === 'anonymous') dropEarly();
});
