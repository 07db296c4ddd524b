import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { linkToken } from '@/features/auth/linkToken';
import { ResetPasswordForm } from '@/features/auth/ResetPasswordForm';

export const Route = createFileRoute('/reset-password')({ component: ResetPassword });

function ResetPassword() {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  return <ResetPasswordForm token={linkToken(hash)} onDone={() => void navigate({ to: '/login' })} />;
}
