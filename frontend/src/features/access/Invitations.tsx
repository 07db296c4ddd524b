import { useQuery } from '@tanstack/react-query';
import { Link2, MailPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/shared/api/gen';
import { listInvitations, resendInvitation, revokeInvitation } from '@/shared/api/gen/invitations';
import { listInvitationsQueryKey } from '@/shared/api/gen/invitations/query';
import { everyRow } from '@/shared/api/pages';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { Badge } from '@/shared/ui/Badge';
import { IconButton } from '@/shared/ui/IconButton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';

/** Of a mail that was taken nothing is said: that is what is expected. */
const mailTones: Partial<Record<Invitation['mail'], 'neutral' | 'attention' | 'overdue'>> = {
  waiting: 'neutral',
  failed: 'overdue',
  not_set_up: 'attention',
};

/** Where all open invitations are kept. */
export const everyInvitationKey = () => [...listInvitationsQueryKey(), 'every'] as const;

/** Who has been asked and has not answered; nothing at all when there is nobody. */
export function Invitations({ onLink }: { onLink: (invitation: Invitation) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useScrollRegion(t('access.invitations'));
  const query = useQuery({
    queryKey: everyInvitationKey(),
    queryFn: ({ signal }) => everyRow((page) => listInvitations({ query: page, signal, throwOnError: true })),
  });
  const after = (text: string) => ({
    onDone: () => void toast.done(text),
    onError: (error: unknown) => tellFailure(error, t),
  });
  const resend = useWrite(
    (invitation: Invitation) => resendInvitation({ ...stepOf(invitation), throwOnError: true }),
    ['invitation'],
    after(t('access.invitationResent')),
  );
  const revoke = useWrite(
    (invitation: Invitation) => revokeInvitation({ ...stepOf(invitation), throwOnError: true }),
    ['invitation'],
    after(t('access.invitationRevoked')),
  );
  const open = query.data ?? [];
  if (open.length === 0) return null;
  return (
    <section
      ref={region}
      aria-label={t('access.invitations')}
      className="thin-scroll mb-3 max-h-48 shrink-0 overflow-auto rounded-lg border border-line bg-surface shadow-lift"
    >
      <ul className="divide-y divide-line-soft">
        {open.map((invitation) => (
          <li key={invitation.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1">
            <span className="min-w-0 flex-1 max-sm:basis-full">
              <span className="block truncate font-medium">{invitation.name ?? invitation.email}</span>
              <span className="block truncate text-sm text-ink-2">
                {invitation.name && `${invitation.email} · `}
                {t('access.invitationUntil', { day: format.dateTime(invitation.expires_at) })}
              </span>
            </span>
            <span className="flex flex-wrap gap-2 max-sm:mr-auto">
              {mailTones[invitation.mail] && (
                <Badge tone={mailTones[invitation.mail]}>
                  {t(`access.invitationMail.${invitation.mail}`)}
                </Badge>
              )}
              <Badge tone={invitation.status === 'expired' ? 'overdue' : 'attention'}>
                {t(`access.invitationStatus.${invitation.status}`)}
              </Badge>
            </span>
            <span className="flex shrink-0">
              <IconButton
                icon={Link2}
                label={t('access.linkFor', { email: invitation.email })}
                onClick={() => onLink(invitation)}
              />
              <IconButton
                icon={MailPlus}
                label={t('access.resendTo', { email: invitation.email })}
                onClick={() => resend.mutate(invitation)}
              />
              <IconButton
                icon={X}
                label={t('access.revokeOf', { email: invitation.email })}
                onClick={() => revoke.mutate(invitation)}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
