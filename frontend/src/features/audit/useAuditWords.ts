import { useTranslation } from 'react-i18next';
import type { AuditEntry, BusinessDay } from '@/shared/api/gen';
import { useCustomWords } from '@/shared/custom/useCustomWords';
import { deviceName } from '@/shared/format/deviceName';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { permissionTexts, reachTexts } from '@/shared/lib/permissionText';
import { type Change, tellingChanges } from '@/shared/records/changes';
import { changeWords } from '@/shared/records/changeWords';
import { actorOf, telling } from './changes';

/** Fields that hold names of permissions. */
const permissionLists = new Set(['permissions', 'scopes']);

/** Fields of users with a few fixed words, and where their texts are. */
const userWords: Record<string, string> = { role: 'permissions.roles', status: 'permissions.statuses' };

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
  const words = changeWords(t, format, undefined, useCustomWords());

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
    const list = of === 'users' && userWords[name];
    if (list && raw) return textOr(`${list}.${raw}`, name, String(raw));
    if (permissionLists.has(name) && Array.isArray(raw) && raw.length > 0)
      return permissionTexts(raw.map(String)).join(' · ');
    return words.value(of, name, raw);
  };

  /** `Valor: R$ 50,00 → R$ 60,00`; of a whole row its name, for twenty columns say nothing in one line. */
  const summary = (entry: AuditEntry): string => {
    const changes = tellingChanges(entry);
    if (entry.action === 'update') {
      return changes
        .slice(0, 3)
        .map(
          (change) =>
            `${words.field(entry.entity, change.field)}: ${value(entry.entity, change.field, change.before)} → ${value(entry.entity, change.field, change.after)}`,
        )
        .join(' · ');
    }
    const row = entry.after ?? entry.before ?? {};
    const name = row.title ?? row.name ?? row.subject ?? row.description ?? row.number ?? row.email;
    if (name) return String(name);
    const side = (change: Change) => (entry.after ? change.after : change.before);
    const values = telling(changes).map(
      (change) =>
        `${words.field(entry.entity, change.field)}: ${value(entry.entity, change.field, side(change))}`,
    );
    return values.join(' · ') || t('audit.fields', { count: changes.length });
  };

  return { entity, field: words.field, actor, value, summary };
}
