import { createFileRoute, redirect } from '@tanstack/react-router';
import type { Permission } from '@/shared/api/gen';
import { profileOf } from '@/shared/session/createSession';
import { staffSession } from '@/shared/session/session';
import { can } from '@/shared/session/useSession';

export const Route = createFileRoute('/_app/settings/')({
  beforeLoad: async () => {
    const { firstSettings } = await import('@/shared/navigation/settingsPages');
    const profile = profileOf(staffSession.current());
    const may = (permission: Permission) => profile !== undefined && can(profile, permission);
    throw redirect({ to: firstSettings(may) });
  },
});
