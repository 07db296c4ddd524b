import { useTranslation } from 'react-i18next';
import type { AuditIntegrity } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { Dialog } from '@/shared/ui/Dialog';
import { FactList } from '@/shared/ui/FactList';

/** What was checked, and the head of the chain, to be kept somewhere else. */
export function IntegrityDialog({ integrity, onClose }: { integrity: AuditIntegrity; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { head, first_problem: problem } = integrity;
  return (
    <Dialog open onClose={onClose} title={t('audit.integrity.title')} description={t('audit.integrity.how')}>
      <FactList
        facts={[
          { label: t('audit.integrity.status'), value: t(`audit.integrity.state.${integrity.status}`) },
          { label: t('audit.integrity.lastCheck'), value: format.dateTime(integrity.checked_at) },
          { label: t('audit.integrity.entries'), value: format.number(integrity.entries_checked) },
          { label: t('audit.integrity.blocks'), value: format.number(integrity.blocks_checked) },
          { label: t('audit.integrity.unsealed'), value: format.number(integrity.unsealed) },
          {
            label: t('audit.integrity.problemEntry'),
            value: problem?.entry_id && <code className="text-sm select-all">{problem.entry_id}</code>,
          },
          { label: t('audit.integrity.head'), value: head && format.number(head.number) },
          { label: t('audit.integrity.sealedAt'), value: head && format.dateTime(head.sealed_at) },
          {
            label: t('audit.integrity.hash'),
            value: head && <code className="text-sm select-all">{head.hash}</code>,
          },
        ]}
      />
      {head && <p className="mt-3 text-sm text-ink-2">{t('audit.integrity.keep')}</p>}
    </Dialog>
  );
}
