import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import type { Place } from '@/shared/lib/useHref';
import { changesOf } from '@/shared/records/changes';
import { placeOf, resources } from '@/shared/resources';
import { Button } from '@/shared/ui/Button';
import { FactList } from '@/shared/ui/FactList';
import { SidePanel } from '@/shared/ui/SidePanel';
import { useAuditWords } from './useAuditWords';

export interface AuditPanelProps {
  /** None: the address names an entry that is not loaded. */
  entry: AuditEntry | undefined;
  onClose: () => void;
  onHistory: (entry: AuditEntry) => void;
}

/** One change with all its values, before and after. */
export function AuditPanel({ entry, onClose, onHistory }: AuditPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const navigate = useNavigate();
  if (!entry) {
    return (
      <SidePanel open onClose={onClose} title={t('audit.title')}>
        <p className="text-ink-2">{t('audit.gone')}</p>
      </SidePanel>
    );
  }
  const address = addressOf(entry);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('audit.panelTitle', {
        action: t(`audit.action.${entry.action}`),
        entity: words.entity(entry.entity).toLowerCase(),
      })}
      subtitle={`${words.actor(entry)} · ${format.dateTime(entry.at)}`}
      footer={
        <>
          <Button onClick={() => onHistory(entry)}>{t('audit.history')}</Button>
          {address && entry.action !== 'delete' && (
            <Button variant="primary" onClick={() => void navigate(address as never)}>
              {t('audit.openRecord')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Values entry={entry} />
        <FactList
          facts={[
            {
              label: t('audit.recordId'),
              value: <code className="text-sm select-all">{entry.entity_id}</code>,
            },
            {
              label: t('audit.requestId'),
              value: entry.request_id && <code className="text-sm select-all">{entry.request_id}</code>,
            },
          ]}
        />
      </div>
    </SidePanel>
  );
}

/** Where the record of an entry is shown; some are parts of others, and have no place of their own. */
function addressOf({ entity, entity_id: id }: AuditEntry): Place | undefined {
  if (entity === 'users') return { to: '/settings/users', search: { id } };
  const kind = resources.find(({ table }) => table === entity)?.kind;
  return kind && placeOf(kind, id);
}

const head = 'h-8 border-b border-line pr-3 text-left text-sm font-medium text-ink-3';
const cell = 'border-b border-line-soft py-1.5 pr-3 align-top wrap-anywhere';

function Values({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const changes = changesOf(entry);
  if (changes.length === 0) return <p className="text-ink-2">{t('audit.noValues')}</p>;
  const both = entry.action === 'update';
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th scope="col" className={cx(head, 'w-[34%]')}>
            {t('audit.field')}
          </th>
          {entry.action !== 'insert' && (
            <th scope="col" className={head}>
              {t('audit.before')}
            </th>
          )}
          {entry.action !== 'delete' && (
            <th scope="col" className={head}>
              {t('audit.after')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row" className={cx(cell, 'text-left font-normal text-ink-2')}>
              {words.field(entry.entity, change.field)}
            </th>
            {entry.action !== 'insert' && (
              <td className={cx(cell, 'tabular', both && 'text-ink-3 line-through decoration-line-strong')}>
                {words.value(entry.entity, change.field, change.before)}
              </td>
            )}
            {entry.action !== 'delete' && (
              <td className={cx(cell, 'tabular', both && 'font-medium')}>
                {words.value(entry.entity, change.field, change.after)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
