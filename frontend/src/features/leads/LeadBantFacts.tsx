import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BantRule, Lead, LeadPatch } from '@/shared/api/gen';
import { getLeadScoringOptions } from '@/shared/api/gen/lead-scores/query';
import { useFacts } from '@/shared/records/RecordFacts';

const questions = [
  ['bant_budget', 'budget'],
  ['bant_authority', 'authority'],
  ['bant_need', 'need'],
  ['bant_timeline', 'timeline'],
] as const;

/** The four answers, each chosen from those that the company scores; another text stays as it was said. */
export function LeadBantFacts({
  lead,
  save,
  locked,
}: {
  lead: Lead;
  save: (patch: LeadPatch) => Promise<unknown>;
  locked: boolean;
}) {
  const { t } = useTranslation();
  const rules = useQuery({ ...getLeadScoringOptions(), staleTime: 300_000 }).data;
  const f = useFacts({ record: lead, label: (field: 'name') => t(`fields.lead.${field}`), save, locked });
  return (
    <section aria-label={t('crm.bant.title')} className="flex flex-col gap-1 border-t border-line pt-3">
      <h3 className="font-semibold">{t('crm.bant.title')}</h3>
      {questions.map(([field, question]) => {
        const answers = offered(rules?.[question], lead[field]);
        return answers.length > 0 && rules?.[question].options.length
          ? f.choice(
              field,
              [{ value: '', label: '—' }, ...answers.map((answer) => ({ value: answer, label: answer }))],
              { write: (answer) => answer || null },
            )
          : f.text(field);
      })}
      {f.text('bant_score', {
        hint: t('crm.lead.scoreHint'),
        check: (score) => (/^(?:\d{1,2}|100)$/.test(score) ? undefined : t('crm.lead.scoreHint')),
        onSave: (score) => save({ bant_score: Number(score) }),
      })}
    </section>
  );
}

const offered = (rule: BantRule | undefined, said: string | null | undefined) => [
  ...new Set([...(rule?.options.map(({ text }) => text) ?? []), ...(said ? [said] : [])]),
];
