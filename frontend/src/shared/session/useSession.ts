import { useSyncExternalStore } from 'react';
import type { Permission, Profile } from '@/shared/api/gen';
import { profileOf, type SessionState } from './createSession';
import { staffSession } from './session';

export function useSession(): SessionState<Profile> {
  return useSyncExternalStore(staffSession.subscribe, staffSession.current);
}

/** The person who is logged in. Only for screens behind the login. */
export function useProfile(): Profile {
  useSession();
  const profile = staffSession.lastProfile();
  if (!profile) throw new Error('useProfile needs a session');
  return profile;
}

/** What the role may do; screens hide what it may not, the server refuses it anyway. */
export function useCan(): (permission: Permission) => boolean {
  const profile = profileOf(useSession());
  return (permission) => profile !== undefined && can(profile, permission);
}

export function can(profile: Profile, permission: Permission): boolean {
  return profile.permissions.includes(permission);
}
