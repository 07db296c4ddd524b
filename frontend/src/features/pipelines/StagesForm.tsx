import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pipeline, PipelinePatch, Stage, StageField } from '@/shared/api/gen';
import { updatePipeline } from '@/shared/api/gen/pipelines';
import { basedOn } from '@/shared/api/version';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { useSaved } from '@/shared/settings/useSaved';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { FormNews } from '@/shared/ui/FormNews';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';
import { PopupTrigger, popups } from '@/shared/ui/popups';
import { Select } from '@/shared/ui/Select';

type Row = Omit<Stage, 'id'> & { id?: string; key: string };

const stageFields: readonly StageField[] = [
  'amount',
  'company',
  'contact',
  'expected_close',
  'owner',
  'lines',
];
const rowsOf = (pipeline: Pipeline): Row[] => pipeline.stages.map((stage) => ({ ...stage, key: stage.id }));
const sent = (rows: readonly Row[]) => rows.map(({ key: _, ...stage }) => stage);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The stages of a pipeline in their order: what each means, after how many days a deal in it rots, and what it requires. */
export function StagesForm({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const locked = !useCan()('crm.pipelines:write');
  const [rows, setRows] = useState(() => rowsOf(pipeline));
  const [goes, setGoes] = useState<Readonly<Record<string, string>>>({});
  const changes = useForeignChanges(
    pipeline,
    { changed: (before, now) => (same(before.stages, now.stages) ? [] : ['stages']) },
    { label: () => t('pipelines.stages'), value: (of) => of.stages.map(({ name }) => name).join(', ') },
  );
  const begin = (now: Pipeline) => {
    changes.take(now);
    setRows(rowsOf(now));
    setGoes({});
  };
  const opened = changes.opened ?? pipeline;
  const removed = opened.stages.filter(({ id }) => !rows.some((row) => row.id === id));
  const staying = rows.filter(({ id, type }) => id && type === 'open');
  const dirty = !same(sent(rows), opened.stages);
  const { failure, clear, save, busy } = useSaved(
    async (body: PipelinePatch) =>
      (
        await updatePipeline({
          path: { id: pipeline.id },
          headers: basedOn(pipeline.version),
          body,
          throwOnError: true,
        })
      ).data,
    'pipeline',
    t('pipelines.saved'),
    begin,
  );
  useUnsaved(dirty && !busy);
  const change = (at: number, row: Partial<Row>) =>
    setRows((before) => before.with(at, { ...(before[at] as Row), ...row }));
  const swap = (at: number, other: number) =>
    setRows((before) =>
      before.map((row, index) =>
        index === at ? (before[other] as Row) : index === other ? (before[at] as Row) : row,
      ),
    );
  return (
    <SettingsSection title={pipeline.name} text={t('pipelines.stagesText')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const fallback = staying[0]?.id;
          save({
            stages: sent(rows),
            merges: removed
              .filter(({ type }) => type === 'open')
              .flatMap(({ id }) => {
                // The one that was chosen may have been taken away after it.
                const to = staying.find((stage) => stage.id === goes[id])?.id ?? fallback;
                return to ? [{ from_stage_id: id, to_stage_id: to }] : [];
              }),
          });
        }}
      >
        <FormNews
          failure={failure}
          changes={changes.list}
          onTake={() => {
            begin(pipeline);
            clear();
          }}
        />
        <ul aria-label={t('pipelines.stages')} className="flex flex-col gap-1.5">
          {rows.map((row, at) => {
            const open = row.type === 'open';
            const name = row.name || t('pipelines.newStage');
            return (
              <li key={row.key} className="flex flex-wrap items-center gap-1.5 lg:flex-nowrap">
                <Input
                  aria-label={t('pipelines.name')}
                  className="min-w-40 flex-1"
                  value={row.name}
                  disabled={locked}
                  most={100}
                  onChange={({ currentTarget: { value } }) => change(at, { name: value })}
                />
                {open ? (
                  <>
                    <NumberInput
                      label={t('pipelines.probability', { name })}
                      unit="%"
                      value={row.probability}
                      most={100}
                      locked={locked}
                      onChange={(probability) => change(at, { probability })}
                    />
                    <NumberInput
                      label={t('pipelines.rotting', { name })}
                      unit={t('pipelines.days')}
                      value={row.rotting_days ?? 0}
                      most={3650}
                      locked={locked}
                      onChange={(rotting_days) => change(at, { rotting_days })}
                    />
                  </>
                ) : (
                  <span className="w-44 shrink-0">
                    <Badge tone={row.type === 'won' ? 'paid' : 'overdue'}>
                      {t(`pipelines.types.${row.type}`)}
                    </Badge>
                  </span>
                )}
                {row.type === 'lost' ? (
                  <span className="w-36 shrink-0" />
                ) : (
                  <Required
                    name={name}
                    value={row.required_fields ?? []}
                    locked={locked}
                    onChange={(required_fields) => change(at, { required_fields })}
                  />
                )}
                {!locked && (
                  <span className="flex shrink-0">
                    <IconButton
                      icon={ArrowUp}
                      size="sm"
                      label={t('pipelines.up', { name })}
                      disabled={at === 0}
                      onClick={() => swap(at, at - 1)}
                    />
                    <IconButton
                      icon={ArrowDown}
                      size="sm"
                      label={t('pipelines.down', { name })}
                      disabled={at === rows.length - 1}
                      onClick={() => swap(at, at + 1)}
                    />
                    <IconButton
                      icon={X}
                      size="sm"
                      label={t('pipelines.remove', { name })}
                      disabled={!open || rows.filter(({ type }) => type === 'open').length === 1}
                      onClick={() => setRows(rows.toSpliced(at, 1))}
                    />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        {removed.map(
          (stage) =>
            stage.type === 'open' && (
              <Field key={stage.id} label={t('pipelines.goTo', { name: stage.name })}>
                <Select
                  value={goes[stage.id] ?? staying[0]?.id ?? null}
                  onChange={(to) => setGoes({ ...goes, [stage.id]: to })}
                  options={staying.map(({ id, name }) => ({ value: id ?? '', label: name }))}
                />
              </Field>
            ),
        )}
        {!locked && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Button
              icon={Plus}
              variant="ghost"
              disabled={rows.length >= 50}
              onClick={() => {
                // Before those in which deals end.
                const last = rows.findLastIndex(({ type }) => type === 'open');
                setRows(
                  rows.toSpliced(last + 1, 0, {
                    key: crypto.randomUUID(),
                    name: '',
                    type: 'open',
                    probability: 50,
                    rotting_days: 0,
                    required_fields: [],
                  }),
                );
              }}
            >
              {t('pipelines.add')}
            </Button>
            <Button type="submit" variant="primary" busy={busy} disabled={!dirty}>
              {t('kit.save')}
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  );
}

function NumberInput({
  label,
  unit,
  value,
  most,
  locked,
  onChange,
}: {
  label: string;
  unit: string;
  value: number;
  most: number;
  locked: boolean;
  onChange: (value: number) => void;
}) {
  return (
    <span className="flex w-21 shrink-0 items-center gap-1">
      <Input
        aria-label={label}
        inputMode="numeric"
        className="text-right"
        value={String(value)}
        disabled={locked}
        onChange={({ currentTarget }) => {
          const digits = currentTarget.value.replace(/\D/g, '').slice(0, 4);
          onChange(Math.min(most, Math.trunc(+digits)));
        }}
      />
      <span aria-hidden className="w-6 text-sm text-ink-3">
        {unit}
      </span>
    </span>
  );
}

/** What a deal must have to come in. */
function Required({
  name,
  value,
  locked,
  onChange,
}: {
  name: string;
  value: readonly StageField[];
  locked: boolean;
  onChange: (value: StageField[]) => void;
}) {
  const { t } = useTranslation();
  const label = t('pipelines.required', { name });
  const told = value.length === 0 ? t('pipelines.nothing') : t('pipelines.requires', { count: value.length });
  const trigger = (
    <Button
      size="sm"
      aria-label={`${label}: ${told}`}
      disabled={locked}
      className="w-36 shrink-0 justify-start"
    >
      <span className="truncate">{told}</span>
    </Button>
  );
  return (
    <PopupTrigger needs={popups} kind="dialog" trigger={trigger}>
      {({ Popover }, opening) => (
        <Popover trigger={trigger} {...opening} label={label}>
          {() => (
            <div className="flex flex-col gap-2">
              <p className="text-sm font-medium text-ink-2">{label}</p>
              {stageFields.map((field) => (
                <Checkbox
                  key={field}
                  checked={value.includes(field)}
                  onChange={(checked) =>
                    onChange(stageFields.filter((one) => (one === field ? checked : value.includes(one))))
                  }
                  label={t(`pipelines.fields.${field}`)}
                />
              ))}
            </div>
          )}
        </Popover>
      )}
    </PopupTrigger>
  );
}
