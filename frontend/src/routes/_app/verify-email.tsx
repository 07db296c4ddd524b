import { createFileRoute, useLocation } from '@tanstack/react-router';
import { VerifyEmailPage } from '@/features/account/VerifyEmailPage';
import { texts } from '@/shared/i18n';

export const Route = createFileRoute('/_app/verify-email')({
  loader: texts('account'),
  component: VerifyEmail,
});

function VerifyEmail() {
  const hash = useLocation({ select: (location) => location.hash });
  return <VerifyEmailPage token={new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? ''} />;
}
