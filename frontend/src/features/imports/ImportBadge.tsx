import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/gen';
import { Badge } from '@/shared/ui/Badge';
import { importTone } from './importState';

export function ImportBadge({ job }: { job: Pick<Import, 'status' | 'failed_count'> }) {
  const { t } = useTranslation();
  const partial = job.status === 'succeeded' && job.failed_count > 0;
  return (
    <Badge tone={importTone(job)}>{partial ? t('imports.partial') : t(`imports.status.${job.status}`)}</Badge>
  );
}
