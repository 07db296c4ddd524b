import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { linkToken } from '@/features/auth/linkToken';
import { ResetPasswordForm } from '@/features/auth/ResetPasswordForm';
import { texts } from '@/shared/i18n';

export const Route = createFileRoute('/reset-password')({ loader: texts('auth'), component: ResetPassword });

function ResetPassword() {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  return <ResetPasswordForm token={linkToken(hash)} onDone={() => void navigate({ to: '/login' })} />;
}
