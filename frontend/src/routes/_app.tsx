import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Outlet, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { AppShell } from '@/features/shell/AppShell';
import { UnsavedGuard } from '@/features/shell/UnsavedGuard';
import { withTexts } from '@/shared/i18n';
import { keepPageOffline } from '@/shared/lib/offlineChunks';
import { dropUnsaved, hasUnsaved } from '@/shared/lib/unsaved';
import { useLater } from '@/shared/lib/useLater';
import { useLive } from '@/shared/live/useLive';
import { profileOf } from '@/shared/session/createSession';
import { staffSession } from '@/shared/session/session';
import { useProfile, useSession } from '@/shared/session/useSession';

keepPageOffline();

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    await staffSession.start();
    if (!profileOf(staffSession.current())) {
      throw redirect({ to: '/login', search: { next: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Behind,
});

const SignInAgain = lazy(() => withTexts(['auth'], () => import('@/features/auth/SignInAgain')));

/**
 * Everything behind the login. When somebody logs out, here or in another tab, the way back is kept; when the session ends
 * by itself the page stays, and whoever it was signs in again over it.
 */
function Behind() {
  const session = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const rightsHeard = useRightsAsTheyAre();
  useEffect(() => {
    if (session.status !== 'anonymous') return;
    dropUnsaved();
    const href = router.state.location.href;
    void navigate({ to: '/login', search: { next: href === '/' ? undefined : href } });
  }, [session.status, navigate, router]);
  return (
    <AppShell>
      <Outlet />
      <UnsavedGuard />
      {rightsHeard && <HearOfRights />}
      {session.status === 'over' && (
        <Suspense>
          <SignInAgain profile={session.profile} />
        </Suspense>
      )}
    </AppShell>
  );
}

/** A change of role or team reaches the screens that are open: told by the server, and read with each new token anyway. */
function useRightsAsTheyAre(): boolean {
  const { permissions } = useProfile();
  const router = useRouter();
  const client = useQueryClient();
  const [listening, setListening] = useState(false);
  // Nothing of what the first page waits for.
  useLater(useCallback(async () => setListening(true), []));
  const rights = [...permissions].sort().join(' ');
  const before = useRef(rights);
  useEffect(() => {
    if (before.current === rights) return;
    before.current = rights;
    void client.invalidateQueries();
    // A page that may not be opened any more says so, unless somebody is typing into it: the server would refuse them anyway.
    if (!hasUnsaved()) void router.invalidate();
  }, [rights, client, router]);
  return listening;
}

function HearOfRights() {
  const { user } = useProfile();
  useLive((event) => {
    if (event?.type === 'profile.changed' && (!event.id || event.id === user.id))
      void staffSession.readProfile();
  });
  return null;
}
