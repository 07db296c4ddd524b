import { createFileRoute } from '@tanstack/react-router';
import { ExportsPage } from '@/features/exports/ExportsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/exports')({
  beforeLoad: requires('lists.exports:write'),
  loader: texts('exports', 'files'),
  component: ExportsPage,
});
