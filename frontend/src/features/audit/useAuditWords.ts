import { useTranslation } from 'react-i18next';
import type { AuditEntry, BusinessDay } from '@/shared/api/gen';
import { deviceName } from '@/shared/format/deviceName';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { permissionTexts, reachTexts } from '@/shared/lib/permissionText';
import { resources } from '@/shared/resources';
import { actorOf, type Change, kindOf, telling, tellingChanges, wordKey } from './changes';

const noValue = '—';
/** What belongs to a record and has no page of its own. */
const parts = [
  ['contract_changes', 'contract'],
  ['invoice_items', 'invoice_item'],
  ['payments', 'payment'],
] as const;
/** Fields that hold names of permissions. */
const permissionLists = new Set(['permissions', 'scopes']);

/** `loja: 12, porte: médio`; a list one after the other. */
function listed(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map(listed).join(', ');
  if (raw === null || typeof raw !== 'object') return String(raw);
  return Object.entries(raw)
    .map(([name, value]) => `${name}: ${listed(value)}`)
    .join(', ');
}

/** Business hours: the open days with their times. */
const openDays = (days: readonly BusinessDay[]) =>
  days
    .filter(({ intervals }) => intervals.length > 0)
    .map(({ weekday, intervals }) => {
      const times = intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
      return `${textOr(`calendar.weekdays.${weekday}`, String(weekday))} ${times}`;
    })
    .join(' · ');

/** Entries of the audit log in the words of the screen. */
export function useAuditWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const entity = (name: string) => textOr(`audit.entity.${name}`, name);
  // As the record's own screens call it; a field that they do not show has a name of its own here.
  const kinds = new Map<string, string>([
    ...resources.map(({ table, kind }) => [table, kind] as const),
    ...parts,
  ]);
  const field = (of: string, name: string) => {
    const common = textOr(`audit.name.${name}`, name);
    return kinds.has(of) ? textOr(`fields.${kinds.get(of)}.${name}`, name, common) : common;
  };

  const actor = (entry: Pick<AuditEntry, 'actor' | 'actor_name'>): string => {
    const { kind, name } = actorOf(entry.actor);
    if (kind === 'user') return entry.actor_name || name || t('audit.someone');
    if (kind === 'api-key') return t('audit.apiKey', { name });
    if (kind === 'job') return t('audit.job', { name: textOr(`jobs.name.${name}`, name) });
    if (kind === 'event') return t('audit.event', { name });
    return kind === 'import' ? t('audit.import') : t('audit.system');
  };

  const value = (of: string, name: string, raw: unknown): string => {
    if (of === 'business_hours' && name === 'days' && raw) return openDays(raw as BusinessDay[]);
    if (name === 'record_scopes' && raw) return reachTexts(raw as Record<string, string>).join(' · ');
    if (name === 'user_agent' && raw) return deviceName(String(raw));
    const word = wordKey(of, name, raw);
    if (word) return textOr(word, name, String(raw));
    switch (kindOf(name, raw)) {
      case 'nothing':
        return noValue;
      case 'money':
        return format.money(Number(raw));
      case 'date':
        return format.date(String(raw));
      case 'instant':
        return format.dateTime(String(raw));
      case 'flag':
        return raw ? t('audit.yes') : t('audit.no');
      case 'data':
        if (permissionLists.has(name) && Array.isArray(raw))
          return permissionTexts(raw.map(String)).join(' · ');
        return listed(raw);
      case 'text':
        return String(raw);
    }
  };

  /** `Valor: R$ 50,00 → R$ 60,00`; of a whole row its name, for twenty columns say nothing in one line. */
  const summary = (entry: AuditEntry): string => {
    const changes = tellingChanges(entry);
    if (entry.action === 'update') {
      return changes
        .slice(0, 3)
        .map(
          (change) =>
            `${field(entry.entity, change.field)}: ${value(entry.entity, change.field, change.before)} → ${value(entry.entity, change.field, change.after)}`,
        )
        .join(' · ');
    }
    const row = entry.after ?? entry.before ?? {};
    const name = row.title ?? row.name ?? row.subject ?? row.description ?? row.number ?? row.email;
    if (name) return String(name);
    const side = (change: Change) => (entry.after ? change.after : change.before);
    const values = telling(changes).map(
      (change) => `${field(entry.entity, change.field)}: ${value(entry.entity, change.field, side(change))}`,
    );
    return values.join(' · ') || t('audit.fields', { count: changes.length });
  };

  return { entity, field, actor, value, summary };
}
