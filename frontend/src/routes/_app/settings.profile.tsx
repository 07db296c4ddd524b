import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '@/features/account/ProfilePage';
import { texts } from '@/shared/i18n';

export const Route = createFileRoute('/_app/settings/profile')({
  loader: texts('account', 'auth', 'notifications'),
  component: ProfilePage,
});
