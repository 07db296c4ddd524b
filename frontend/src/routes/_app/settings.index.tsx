import { createFileRoute, redirect } from '@tanstack/react-router';
import type { Permission } from '@/shared/api/gen';
import { getSession } from '@/shared/session/session';
import { can } from '@/shared/session/useSession';

export const Route = createFileRoute('/_app/settings/')({
  beforeLoad: async () => {
    const { firstSettings } = await import('@/shared/navigation/settingsPages');
    const session = getSession();
    const may = (permission: Permission) => session.status === 'open' && can(session.profile, permission);
    throw redirect({ to: firstSettings(may) });
  },
});
