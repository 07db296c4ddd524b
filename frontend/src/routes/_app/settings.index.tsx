import { createFileRoute, redirect } from '@tanstack/react-router';
import { firstSettings } from '@/shared/navigation/settingsPages';
import { getSession } from '@/shared/session/session';
import { can } from '@/shared/session/useSession';

export const Route = createFileRoute('/_app/settings/')({
  beforeLoad: () => {
    const session = getSession();
    const may = (permission: string) => session.status === 'open' && can(session.profile, permission);
    throw redirect({ to: firstSettings(may) });
  },
});
