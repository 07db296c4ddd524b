import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/shared/api/gen';
import { createInvitationLink } from '@/shared/api/gen/invitations';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { CopyField } from '@/shared/ui/CopyField';
import { Dialog } from '@/shared/ui/Dialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { everyInvitationKey } from './Invitations';

/** A link for who invites to hand over; it is made when this opens, and shown this once. */
export function InvitationLinkDialog({
  invitation,
  onClose,
}: {
  invitation: Invitation;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const link = useWrite(async () => {
    // As it is now: a second try after a refusal says the version that is true.
    const open = client.getQueryData<Invitation[]>(everyInvitationKey()) ?? [];
    const present = open.find(({ id }) => id === invitation.id) ?? invitation;
    return (await createInvitationLink({ ...stepOf(present), throwOnError: true })).data;
  }, ['invitation']);
  const { mutate } = link;
  // Each link makes the one before worthless: one for each opening, also where effects run twice.
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current) mutate();
    asked.current = true;
  }, [mutate]);
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('access.invitationLink')}
      footer={<Button onClick={onClose}>{t('kit.close')}</Button>}
    >
      <div className="flex flex-col gap-3.5">
        <p className="text-ink-2">
          {t(invitation.mail === 'not_set_up' ? 'access.invitationLinkNoMail' : 'access.invitationLinkText', {
            email: invitation.email,
          })}
        </p>
        {link.error ? (
          <ErrorState error={link.error} onRetry={() => mutate()} />
        ) : link.data ? (
          <>
            <CopyField
              label={t('access.invitationLink')}
              value={link.data.url}
              copied={t('access.invitationLinkCopied')}
            />
            <p className="text-sm text-ink-2">
              {t('access.invitationLinkUntil', { day: format.dateTime(link.data.expires_at) })}
            </p>
          </>
        ) : (
          <Skeleton className="h-8 w-full" />
        )}
      </div>
    </Dialog>
  );
}
