import { useTranslation } from 'react-i18next';
import { useProfile } from '@/shared/session/useSession';
import { Avatar } from '@/shared/ui/Avatar';
import { later, PopupTrigger } from '@/shared/ui/popups';

export const profileItems = later(() => import('./ProfileItems'));

/** The person who is logged in, and what belongs to them. */
export function ProfileMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const trigger = (
    <button
      type="button"
      aria-label={t('shell.account', { name: user.name })}
      className="rounded-full outline-offset-2"
    >
      <Avatar name={user.name} size="md" />
    </button>
  );
  return (
    <PopupTrigger needs={profileItems} kind="menu" trigger={trigger}>
      {({ ProfileItems }, opening) => <ProfileItems trigger={trigger} {...opening} onKeys={onKeys} />}
    </PopupTrigger>
  );
}
