import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { InvitationForm } from '@/features/auth/InvitationForm';
import { linkToken } from '@/features/auth/linkToken';
import { texts } from '@/shared/i18n';
import { staffSession } from '@/shared/session/session';

export const Route = createFileRoute('/invitation')({
  // Who is logged in may join as who they are; a server that is away must not hide the page.
  beforeLoad: () => staffSession.start().catch(() => undefined),
  loader: texts('auth'),
  component: Invitation,
});

function Invitation() {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  return <InvitationForm token={linkToken(hash)} onDone={() => void navigate({ to: '/' })} />;
}
