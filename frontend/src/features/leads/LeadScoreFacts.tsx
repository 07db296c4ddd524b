import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead, ScoreLine } from '@/shared/api/gen';
import { getLeadScoreOptions } from '@/shared/api/gen/lead-scores/query';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { lazyPart } from '@/shared/lib/lazyPart';
import { Badge } from '@/shared/ui/Badge';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';

const OverrideDialog = lazyPart(async () => (await import('./OverrideDialog')).OverrideDialog);

/** What follows from other lines: nobody decides on it. */
const derived = /^(?:bant_scale|(?:bant|engagement|fit)_cap|.*_decay)$/;

/** The score of a lead with each point and why it is given. */
export function LeadScoreFacts({ lead, locked }: { lead: Lead; locked: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(getLeadScoreOptions({ path: { id: lead.id } }));
  const [chosen, setChosen] = useState<string>();
  const score = query.data;
  const line = score?.lines.find(({ rule }) => rule === chosen);
  const before = score?.history[1];
  return (
    <section aria-label={t('crm.score.title')} className="border-t border-line pt-3">
      <header className="flex min-h-8 items-center gap-2">
        <h3 className="font-semibold">{t('crm.score.title')}</h3>
        <span className="tabular text-lg font-semibold">{lead.score}</span>
        {lead.score_threshold != null && (
          <Badge tone="paid">{t('crm.score.reached', { threshold: lead.score_threshold })}</Badge>
        )}
        {before && before.total !== lead.score && (
          <span className="tabular text-sm text-ink-3">{t('crm.score.before', { total: before.total })}</span>
        )}
      </header>
      {query.error && !score ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !score ? (
        <Skeleton className="h-16 w-full" />
      ) : score.lines.length === 0 ? (
        <p className="text-sm text-ink-3">{t('crm.score.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line-soft">
          {score.lines.map((one) => (
            <Line
              key={one.rule}
              line={one}
              onDecide={locked || derived.test(one.rule) ? undefined : () => setChosen(one.rule)}
            />
          ))}
        </ul>
      )}
      {score && line && (
        <OverrideDialog
          lead={lead}
          line={line}
          title={ruleName(line, t)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

function ruleName(line: ScoreLine, t: TFunction): string {
  if (line.name) return line.name;
  if (line.rule.endsWith('_decay')) return t('crm.score.decay');
  return textOr(`crm.score.rules.${line.rule}`, line.rule);
}

function Line({ line, onDecide }: { line: ScoreLine; onDecide?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = ruleName(line, t);
  return (
    <li className="flex items-start gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{name}</p>
        <p className="text-sm wrap-anywhere text-ink-3">
          {why(line, t)} · {t('crm.score.since', { date: format.date(format.day(line.at)) })}
        </p>
        {line.overridden && (
          <p className="text-sm wrap-anywhere text-attention-ink">
            {t('crm.score.decided', { points: line.computed_points, reason: line.reason })}
          </p>
        )}
      </div>
      <span className={line.points < 0 ? 'tabular text-overdue-ink' : 'tabular'}>
        {line.points > 0 ? `+${line.points}` : String(line.points).replace('-', '−')}
      </span>
      {onDecide ? (
        <IconButton
          icon={Pencil}
          size="sm"
          label={t('crm.score.decide', { rule: name })}
          onClick={onDecide}
        />
      ) : (
        <span className="w-6" aria-hidden />
      )}
    </li>
  );
}

/** What the rule saw. */
function why(line: ScoreLine, t: TFunction): string {
  const { value } = line;
  if (line.rule === 'bant_scale') return t('crm.score.why.scale', { maximum: value });
  if (line.rule.endsWith('_cap')) return t('crm.score.why.cap', { maximum: value });
  if (line.rule.endsWith('_decay')) return t('crm.score.why.decay', { count: Number(value) });
  if (line.input === 'email_opens') return t('crm.score.why.emailOpens', { count: Number(value) });
  if (line.input === 'conversations') return t('crm.score.why.conversations', { count: Number(value) });
  if (line.input === 'company_size') return t('crm.score.why.companySize', { size: value || '—' });
  if (line.rule === 'bant_score') return t('crm.score.why.byHand');
  return value ? `“${value}”` : t('crm.score.why.nothing');
}
