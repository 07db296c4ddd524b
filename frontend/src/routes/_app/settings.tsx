import { createFileRoute, Outlet } from '@tanstack/react-router';
import { SettingsLayout } from '@/shared/settings/SettingsLayout';

export const Route = createFileRoute('/_app/settings')({ component: Settings });

function Settings() {
  return (
    <SettingsLayout>
      <Outlet />
    </SettingsLayout>
  );
}
