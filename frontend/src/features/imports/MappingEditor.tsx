import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import { createImportMutation } from '@/shared/api/gen/imports/query';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { textOr } from '@/shared/lib/humanise';
import { useUnsaved } from '@/shared/lib/unsaved';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Failure, FormError } from '@/shared/ui/Form';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ImportOptionFields } from './ImportOptionFields';
import { emptyOptions, isPipelineMissing, optionsRequest } from './importOptions';
import { MappingRow } from './MappingRow';
import { fromProposal, type Mapping, problemsOf, toRequest, unusedColumns } from './mapping';
import type { PreparedImport } from './preparedImport';
import { SampleTable } from './SampleTable';

/** What becomes of each column, before anything is created. */
export function MappingEditor({ prepared, onBack }: { prepared: PreparedImport; onBack: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { entity, file, preview } = prepared;
  const [mapping, setMapping] = useState<Mapping>(() => fromProposal(preview.fields, preview.mapping));
  const [options, setOptions] = useState(() => emptyOptions(entity, file.name));
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const create = useMutation(createImportMutation());
  const [touched, setTouched] = useState(false);
  useUnsaved(touched);
  const problems = useMemo(() => problemsOf(preview.fields, preview.columns, mapping), [preview, mapping]);
  const unused = unusedColumns(preview.columns, mapping);
  const missing = problems.filter((problem) => problem.kind === 'missing');
  const fieldName = (name: string) => textOr(`imports.field.${name}`, name);

  const start = async () => {
    setTried(true);
    setFailure(null);
    if (problems.length > 0 || isPipelineMissing(options)) return;
    setTouched(false);
    try {
      const started = await create.mutateAsync({
        body: {
          entity,
          file,
          mapping: JSON.stringify(toRequest(mapping)),
          options: JSON.stringify(optionsRequest(options)),
        },
      });
      void changed(client, 'import');
      void navigate({ to: '/imports/$importId', params: { importId: started.id } });
    } catch (error) {
      setTouched(true);
      const problem = toProblem(error);
      const text = problemText(problem, t);
      const words = problem.violations
        .map(
          (violation) =>
            `${fieldName(violation.field.replace(/^mapping\./, ''))}: ${violationText(violation, t)}`,
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
            <Button icon={ArrowLeft} onClick={onBack} disabled={create.isPending}>
              {t('imports.back')}
            </Button>
            <Button variant="primary" icon={Upload} busy={create.isPending} onClick={() => void start()}>
              {t('imports.start')}
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
                    fields: missing.map((problem) => fieldName(problem.field)).join(', '),
                  }),
                }
              : null)
          }
        />
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
          <SampleTable columns={preview.columns} />
        </Card>
        <Card title={t('imports.options')}>
          <ImportOptionFields entity={entity} options={options} onChange={setOptions} tried={tried} />
        </Card>
        <Card title={t('imports.fields')}>
          <p className="-mt-2 mb-3 text-ink-2">{t('imports.fieldsHint')}</p>
          <ul>
            {preview.fields.map((field) => {
              const chosen = mapping[field.name];
              if (!chosen) return null;
              return (
                <MappingRow
                  key={field.name}
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
          {unused.length > 0 && (
            <p className="mt-3 text-sm text-ink-3 wrap-anywhere">
              {t('imports.unused', { count: unused.length, names: unused.join(', ') })}
            </p>
          )}
        </Card>
      </div>
    </>
  );
}
