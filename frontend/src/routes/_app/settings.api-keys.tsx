import { createFileRoute } from '@tanstack/react-router';
import { ApiKeysPage } from '@/features/api-keys/ApiKeysPage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/api-keys')({
  beforeLoad: requires('access.api_keys:read'),
  component: ApiKeysPage,
});
