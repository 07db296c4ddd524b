import { createFileRoute } from '@tanstack/react-router';
import { ApiKeysPage } from '@/features/api-keys/ApiKeysPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/api-keys')({
  beforeLoad: requires('access.api_keys:read'),
  loader: texts('apiKeys', 'permissions'),
  component: ApiKeysPage,
});
