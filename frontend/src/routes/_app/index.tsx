import { createFileRoute, redirect } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { profileOf } from '@/shared/session/createSession';
import { staffSession } from '@/shared/session/session';
import { can } from '@/shared/session/useSession';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';

/** The first page that the role may open: the board for sales, invoices for finance. */
export const Route = createFileRoute('/_app/')({
  beforeLoad: async () => {
    const profile = profileOf(staffSession.current());
    if (!profile) return;
    // With its icons the menu comes with the shell, which is on its way: the entry does without.
    const { visibleNavigation } = await import('@/features/shell/navigation');
    const first = visibleNavigation((permission) => can(profile, permission))[0]?.items[0];
    if (first) throw redirect({ to: first.to });
  },
  component: Nothing,
});

function Nothing() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('problem.forbidden')} />
      <EmptyState icon={Lock} title={t('shell.noPages')} />
    </>
  );
}
