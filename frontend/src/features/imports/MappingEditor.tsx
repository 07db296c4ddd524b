import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { ImportCheck, ImportEntity, Pipeline } from '@/shared/api/gen';
import { checkImportMutation, createImportMutation } from '@/shared/api/gen/imports/query';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { useFormat } from '@/shared/format/useFormat';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Failure, FormError } from '@/shared/ui/Form';
import { PageHeader } from '@/shared/ui/PageHeader';
import { CheckOutcome } from './CheckOutcome';
import { fieldName } from './fieldName';
import { ImportOptionFields } from './ImportOptionFields';
import { emptyOptions, isPipelineMissing, optionsRequest, pipelineFor } from './importOptions';
import { MappingRow } from './MappingRow';
import { fromProposal, type Mapping, problemsOf, toRequest } from './mapping';
import type { PreparedImport } from './preparedImport';
import { SampleTable } from './SampleTable';

/** What becomes of each column, before anything is created. */
export function MappingEditor({ prepared, onBack }: { prepared: PreparedImport; onBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { entity, file, preview } = prepared;
  const [mapping, setMapping] = useState<Mapping>(() => fromProposal(preview.fields, preview.mapping));
  const [chosen, setOptions] = useState(() => emptyOptions(entity, file.name));
  const [pipelineChosen, setPipelineChosen] = useState(false);
  const pipelines = usePipelines(entity);
  // Until somebody chooses, the deals go where their stages are known: a second board like the first is nobody's wish.
  const stageColumn = mapping.stage?.source === 'column' ? mapping.stage.column : undefined;
  const stages = preview.columns.find((column) => column.name === stageColumn)?.distinct_values ?? [];
  const options =
    chosen.hasPipeline && !pipelineChosen
      ? { ...chosen, pipelineId: pipelineFor(pipelines, stages)?.id ?? '' }
      : chosen;
  const pipeline = pipelines.find((one) => one.id === options.pipelineId);
  // Stages of an existing board are choices: one that it does not know is a row to be given a meaning.
  const fields = pipeline
    ? preview.fields.map((field) =>
        field.name === 'stage'
          ? { ...field, type: 'choice' as const, choices: pipeline.stages.map((stage) => stage.name) }
          : field,
      )
    : preview.fields;
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const create = useMutation(createImportMutation());
  const check = useMutation(checkImportMutation());
  const [checked, setChecked] = useState<{ order: string; outcome: ImportCheck } | null>(null);
  const [touched, setTouched] = useState(false);
  useUnsaved(touched);
  const problems = useMemo(() => problemsOf(preview.fields, preview.columns, mapping), [preview, mapping]);
  const missing = problems.filter((problem) => problem.kind === 'missing');

  const body = {
    kind: entity,
    file,
    mapping: JSON.stringify(toRequest(mapping)),
    options: JSON.stringify(optionsRequest(options)),
  };
  // Of another mapping it says nothing.
  const outcome = checked?.order === body.mapping + body.options ? checked.outcome : null;
  const busy = check.isPending || create.isPending;

  const start = async () => {
    setTried(true);
    setFailure(null);
    if (problems.length > 0 || isPipelineMissing(options)) return;
    setTouched(false);
    try {
      // Rows that would not go in are told before anything is made: then it is for the person to go on.
      if (!outcome) {
        const tried = await check.mutateAsync({ body });
        if (tried.failed_count > 0) {
          setTouched(true);
          setChecked({ order: body.mapping + body.options, outcome: tried });
          return;
        }
      }
      const started = await create.mutateAsync({ body });
      void changed(client, 'import');
      void navigate({ to: '/imports/$importId', params: { importId: started.id } });
    } catch (error) {
      setTouched(true);
      const problem = toProblem(error);
      const text = problemText(problem, t);
      const words = problem.violations
        .map(
          (violation) =>
            `${fieldName(violation.field.replace(/^mapping\./, ''), entity)}: ${violationText(violation, t)}`,
        )
        .join('; ');
      setFailure({ title: text.title, detail: words || text.detail });
    }
  };

  return (
    <>
      <PageHeader
        title={t('imports.mapTitle')}
        parent={
          <button type="button" onClick={onBack} className="font-semibold hover:text-accent-ink">
            {t('imports.title')}
          </button>
        }
        actions={
          <>
            <Button icon={ArrowLeft} onClick={onBack} disabled={busy}>
              {t('imports.back')}
            </Button>
            <Button
              variant="primary"
              icon={Upload}
              busy={busy}
              disabled={outcome !== null && outcome.failed_count >= outcome.row_count}
              onClick={() => void start()}
            >
              {outcome
                ? t('imports.startOthers', {
                    formatted: format.number(outcome.row_count - outcome.failed_count),
                  })
                : t('imports.start')}
            </Button>
          </>
        }
      />
      <div className="flex flex-col gap-3 px-4 pb-6 md:px-5">
        <FormError
          failure={
            failure ??
            (tried && missing.length > 0
              ? {
                  title: t('problem.invalid'),
                  detail: t('imports.missing', {
                    count: missing.length,
                    fields: missing.map((problem) => fieldName(problem.field, entity)).join(', '),
                  }),
                }
              : null)
          }
        />
        {outcome && <CheckOutcome entity={entity} outcome={outcome} />}
        <Card
          flush
          title={
            <>
              {t('imports.samples')}{' '}
              <span className="font-normal text-ink-2 wrap-anywhere">
                {t('imports.fileFacts', {
                  file: file.name,
                  separator: preview.separator === '\t' ? t('imports.separatorTab') : preview.separator,
                  encoding: preview.encoding,
                })}
              </span>
            </>
          }
        >
          <SampleTable
            prepared={prepared}
            mapping={mapping}
            onChange={(next) => {
              setTouched(true);
              setMapping(next);
            }}
          />
        </Card>
        <Card title={t('imports.options')}>
          <ImportOptionFields
            pipelines={pipelines}
            options={options}
            onChange={(next) => {
              setTouched(true);
              setPipelineChosen(pipelineChosen || next.pipelineId !== options.pipelineId);
              setOptions(next);
            }}
            tried={tried}
          />
        </Card>
        <Card title={t('imports.fields')}>
          <p className="-mt-2 mb-3 text-ink-2">
            {t('imports.fieldsHint')} {t('imports.noUndo')}
          </p>
          <ul>
            {fields.map((field) => {
              const chosen = mapping[field.name];
              if (!chosen) return null;
              return (
                <MappingRow
                  key={field.name}
                  entity={entity}
                  field={field}
                  columns={preview.columns}
                  mapping={chosen}
                  onChange={(next) => {
                    setTouched(true);
                    setMapping((before) => ({ ...before, [field.name]: next }));
                  }}
                  problems={problems.filter(
                    (problem) => problem.field === field.name && (tried || problem.kind !== 'missing'),
                  )}
                />
              );
            })}
          </ul>
        </Card>
      </div>
    </>
  );
}

function usePipelines(entity: ImportEntity): readonly Pipeline[] {
  const can = useCan();
  const pipelines = useQuery({
    ...listPipelinesOptions(),
    enabled: entity === 'deals' && can('crm.pipelines:read'),
  });
  return pipelines.data?.data ?? [];
}
