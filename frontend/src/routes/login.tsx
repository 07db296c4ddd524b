import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { LoginForm } from '@/features/auth/LoginForm';
import { texts } from '@/shared/i18n';
import { staffSession } from '@/shared/session/session';
import { safeNext } from './-guard';

export const Route = createFileRoute('/login')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: safeNext(search.next) }),
  beforeLoad: async ({ search }) => {
    // A server that is away must not hide the login: the form itself will say so.
    await staffSession.start().catch(() => undefined);
    if (staffSession.current().status === 'open') throw redirect({ href: search.next ?? '/' });
  },
  loader: texts('auth'),
  component: Login,
});

function Login() {
  const { next } = Route.useSearch();
  const router = useRouter();
  return <LoginForm next={next} onDone={() => router.history.push(next ?? '/')} />;
}
