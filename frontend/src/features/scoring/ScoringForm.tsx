import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BantRule, LeadScoring, LeadScoringPut, ScoredAnswer, ScoreInput } from '@/shared/api/gen';
import { replaceLeadScoring } from '@/shared/api/gen/lead-scores';
import { basedOn } from '@/shared/api/version';
import { RowList } from '@/shared/forms/RowList';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { keyOf } from '@/shared/lib/keyOf';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { useSaved } from '@/shared/settings/useSaved';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormNews } from '@/shared/ui/FormNews';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';

const questions = ['budget', 'authority', 'need', 'timeline'] as const;
const fieldOf = {
  budget: 'bant_budget',
  authority: 'bant_authority',
  need: 'bant_need',
  timeline: 'bant_timeline',
} as const;
const inputs = ['email_opens', 'conversations', 'company_size'] as const satisfies readonly ScoreInput[];

const written = ({ version: _, bant_maximum: __, ...rules }: LeadScoring): LeadScoringPut => rules;

const sections = ['bant', 'rules', 'limits'] as const;

/** What a part of the rules says, in one line. */
function summary(of: LeadScoring, section: (typeof sections)[number]): string {
  const { version: _, bant_maximum: __, budget, authority, need, timeline, rules, ...limits } = of;
  switch (section) {
    case 'bant':
      return [budget, authority, need, timeline]
        .map((rule) => [rule.maximum, ...rule.options.map(({ points }) => points)].join('/'))
        .join(' · ');
    case 'rules':
      return rules.map(({ name, points }) => `${name} ${points}`).join(', ');
    case 'limits':
      return Object.values(limits).flat().join(' · ');
  }
}

/** What each answer is worth, what else counts, how fast it cools, and which scores matter. */
export function ScoringForm({ rules }: { rules: LeadScoring }) {
  const { t } = useTranslation();
  const locked = !useCan()('company.settings:write');
  const [typed, setTyped] = useState<LeadScoringPut>(() => written(rules));
  const changes = useForeignChanges(
    rules,
    {
      changed: (before, now) =>
        sections.filter((section) => summary(before, section) !== summary(now, section)),
    },
    {
      label: (section) => t(`scoring.${section}`),
      value: summary,
    },
  );
  const begin = (now: LeadScoring) => {
    changes.take(now);
    setTyped(written(now));
  };
  const dirty = JSON.stringify(typed) !== JSON.stringify(written(changes.opened ?? rules));
  const { failure, clear, save, busy } = useSaved(
    async (body: LeadScoringPut) =>
      (await replaceLeadScoring({ headers: basedOn(rules.version), body, throwOnError: true })).data,
    'lead_scoring',
    t('scoring.saved'),
    begin,
  );
  useUnsaved(dirty && !busy);
  const set = (change: Partial<LeadScoringPut>) => setTyped({ ...typed, ...change });
  const maximum = questions.reduce((sum, question) => sum + typed[question].maximum, 0);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(typed);
      }}
    >
      <FormNews
        failure={failure}
        changes={changes.list}
        onTake={() => {
          begin(rules);
          clear();
        }}
      />
      <SettingsSection title={t('scoring.bant')} text={t('scoring.bantText', { maximum })}>
        <div className="flex flex-col gap-5">
          {questions.map((question) => (
            <Question
              key={question}
              name={t(`fields.lead.${fieldOf[question]}`)}
              rule={typed[question]}
              locked={locked}
              onChange={(rule) => set({ [question]: rule })}
            />
          ))}
        </div>
      </SettingsSection>
      <SettingsSection title={t('scoring.rules')} text={t('scoring.rulesText')}>
        <RowList
          rows={typed.rules}
          onChange={(rows) => set({ rules: rows })}
          fresh={() => ({ key: '', name: '', input: 'company_size' as const, more_than: 10, points: 10 })}
          most={30}
          label={t('scoring.rules')}
          add={t('scoring.addRule')}
          remove={({ name }) => t('scoring.remove', { name })}
          locked={locked}
        >
          {(rule, change) => (
            <>
              <Input
                aria-label={t('scoring.ruleName')}
                value={rule.name}
                most={100}
                disabled={locked}
                required
                onChange={({ currentTarget: { value } }) =>
                  change({
                    ...rule,
                    name: value,
                    key: rules.rules.some(({ key }) => key === rule.key) ? rule.key : keyOf(value),
                  })
                }
              />
              <Select
                label={t('scoring.input')}
                options={optionsOf(inputs, (input) => t(`scoring.inputs.${input}`))}
                value={rule.input}
                onChange={(input) => change({ ...rule, input })}
                disabled={locked}
                className="sm:w-56"
              />
              <Amount
                label={t('scoring.moreThan')}
                value={rule.more_than}
                most={1_000_000}
                locked={locked}
                onChange={(more_than) => change({ ...rule, more_than })}
              />
              <Amount
                label={t('scoring.points')}
                value={rule.points}
                locked={locked}
                onChange={(points) => change({ ...rule, points })}
              />
            </>
          )}
        </RowList>
      </SettingsSection>
      <SettingsSection title={t('scoring.limits')} text={t('scoring.limitsText')}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('scoring.engagementMaximum')}>
            <Whole
              value={typed.engagement_maximum}
              locked={locked}
              onChange={(engagement_maximum) => set({ engagement_maximum })}
            />
          </Field>
          <Field label={t('scoring.fitMaximum')}>
            <Whole
              value={typed.fit_maximum}
              locked={locked}
              onChange={(fit_maximum) => set({ fit_maximum })}
            />
          </Field>
          <Field label={t('scoring.halfLife')}>
            <Whole
              value={typed.half_life_days}
              least={1}
              most={3650}
              locked={locked}
              onChange={(half_life_days) => set({ half_life_days })}
            />
          </Field>
          <Field label={t('scoring.thresholds')} hint={t('scoring.thresholdsHint')}>
            <Thresholds
              value={typed.thresholds}
              locked={locked}
              onChange={(thresholds) => set({ thresholds })}
            />
          </Field>
        </div>
      </SettingsSection>
      {!locked && (
        <div className="flex items-center justify-end gap-3">
          {dirty && <p className="text-ink-2">{t('scoring.rescored')}</p>}
          <Button type="submit" variant="primary" busy={busy} disabled={!dirty}>
            {t('kit.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function Question({
  name,
  rule,
  locked,
  onChange,
}: {
  name: string;
  rule: BantRule;
  locked: boolean;
  onChange: (rule: BantRule) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">{name}</legend>
      <Answers
        label={t('scoring.optionsOf', { name })}
        add={t('scoring.addOption')}
        rows={rule.options}
        most={30}
        locked={locked}
        onChange={(options) => onChange({ ...rule, options })}
      />
      <Answers
        label={t('scoring.keywordsOf', { name })}
        add={t('scoring.addKeyword')}
        rows={rule.keywords}
        most={50}
        locked={locked}
        onChange={(keywords) => onChange({ ...rule, keywords })}
      />
      <span className="flex items-center gap-2 text-sm text-ink-2">
        {t('scoring.maximum')}
        <Amount
          label={t('scoring.maximumOf', { name })}
          value={rule.maximum}
          locked={locked}
          onChange={(maximum) => onChange({ ...rule, maximum })}
        />
      </span>
    </fieldset>
  );
}

function Answers({
  label,
  add,
  rows,
  most,
  locked,
  onChange,
}: {
  label: string;
  add: string;
  rows: readonly ScoredAnswer[];
  most: number;
  locked: boolean;
  onChange: (rows: ScoredAnswer[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <RowList
      rows={rows}
      onChange={onChange}
      fresh={() => ({ text: '', points: 10 })}
      most={most}
      label={label}
      add={add}
      remove={({ text }) => t('scoring.remove', { name: text })}
      locked={locked}
    >
      {(answer, change) => (
        <>
          <Input
            aria-label={t('scoring.answer')}
            value={answer.text}
            most={200}
            disabled={locked}
            required
            onChange={({ currentTarget: { value } }) => change({ ...answer, text: value })}
          />
          <Amount
            label={t('scoring.points')}
            value={answer.points}
            locked={locked}
            onChange={(points) => change({ ...answer, points })}
          />
        </>
      )}
    </RowList>
  );
}

interface WholeProps {
  value: number;
  least?: number;
  most?: number;
  locked: boolean;
  onChange: (value: number) => void;
}

function Whole({ value, least = 0, most = 100, locked, onChange, ...rest }: WholeProps) {
  return (
    <Input
      {...rest}
      type="number"
      min={least}
      max={most}
      step={1}
      required
      value={String(value)}
      disabled={locked}
      onChange={({ currentTarget }) => onChange(Math.trunc(Number(currentTarget.value)))}
    />
  );
}

/** The same in a row, where its name is not to be seen. */
function Amount({ label, ...rest }: WholeProps & { label: string }) {
  return (
    <span className="w-24 shrink-0">
      <Whole {...rest} {...{ 'aria-label': label }} />
    </span>
  );
}

/** Scores with commas between them, taken over when the field is left. */
function Thresholds({
  value,
  locked,
  onChange,
}: {
  value: readonly number[];
  locked: boolean;
  onChange: (value: number[]) => void;
}) {
  const [text, setText] = useState(value.join(', '));
  return (
    <Input
      value={text}
      disabled={locked}
      inputMode="numeric"
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const numbers = currentTarget.value.match(/\d+/g)?.map(Number) ?? [];
        onChange(numbers.toSorted((one, other) => one - other));
      }}
    />
  );
}
