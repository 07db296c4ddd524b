import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/PageHeader';
import { useSettingsPage } from './SettingsLayout';

/** Names the page after its entry in the menu of the settings. */
export function SettingsHeader({ filters, actions }: { filters?: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation();
  const page = useSettingsPage();
  return (
    <PageHeader
      parent={page && t('shell.settings.title')}
      title={page ? t(page.text) : t('shell.settings.title')}
      filters={filters}
      actions={actions}
    />
  );
}
