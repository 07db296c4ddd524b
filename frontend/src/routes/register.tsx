import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { RegisterForm } from '@/features/auth/RegisterForm';
import { texts } from '@/shared/i18n';
import { staffSession } from '@/shared/session/session';
import { safeNext } from './-guard';

export const Route = createFileRoute('/register')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: safeNext(search.next) }),
  beforeLoad: async ({ search }) => {
    await staffSession.start().catch(() => undefined);
    if (staffSession.current().status === 'open') throw redirect({ href: search.next ?? '/' });
  },
  loader: texts('auth'),
  component: Register,
});

function Register() {
  const { next } = Route.useSearch();
  const router = useRouter();
  return <RegisterForm next={next} onDone={() => router.history.push(next ?? '/')} />;
}
