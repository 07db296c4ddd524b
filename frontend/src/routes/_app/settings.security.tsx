import { createFileRoute } from '@tanstack/react-router';
import { SecurityPage } from '@/features/account/SecurityPage';
import { texts } from '@/shared/i18n';

export const Route = createFileRoute('/_app/settings/security')({
  loader: texts('account', 'auth'),
  component: SecurityPage,
});
