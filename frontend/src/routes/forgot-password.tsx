import { createFileRoute } from '@tanstack/react-router';
import { ForgotPasswordForm } from '@/features/auth/ForgotPasswordForm';
import { texts } from '@/shared/i18n';

export const Route = createFileRoute('/forgot-password')({
  loader: texts('auth'),
  component: ForgotPasswordForm,
});
