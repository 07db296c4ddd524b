import { createFileRoute, Outlet, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AppShell } from '@/features/shell/AppShell';
import { keepPageOffline } from '@/shared/lib/offlineChunks';
import { getSession, startSession } from '@/shared/session/session';
import { useSession } from '@/shared/session/useSession';

keepPageOffline();

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    await startSession();
    if (getSession().status !== 'open') {
      throw redirect({ to: '/login', search: { next: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Behind,
});

/** Everything behind the login. When the session ends, here or in another tab, the way back is kept. */
function Behind() {
  const session = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    if (session.status !== 'anonymous') return;
    const href = router.state.location.href;
    void navigate({ to: '/login', search: { next: href === '/' ? undefined : href } });
  }, [session.status, navigate, router]);
  return (
    <AppShell>
      <Outlet />
    </AppShell>
  );
}
