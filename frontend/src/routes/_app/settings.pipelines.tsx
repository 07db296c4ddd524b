import { createFileRoute } from '@tanstack/react-router';
import { PipelineSettingsPage } from '@/features/pipelines/PipelineSettingsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/settings/pipelines')({
  beforeLoad: requires('crm.pipelines:read'),
  loader: texts('pipelines'),
  component: PipelineSettingsPage,
});
