import { useMutation } from '@tanstack/react-query';
import { BriefcaseBusiness, FileSignature, FileSpreadsheet, LoaderCircle } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntity } from '@/shared/api/gen';
import { previewImportMutation } from '@/shared/api/gen/imports/query';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Failure, FormError } from '@/shared/ui/Form';
import { fileProblem } from './importFile';
import type { PreparedImport } from './preparedImport';
import { reasonText } from './reason';

const entities = [
  { value: 'deals', icon: BriefcaseBusiness },
  { value: 'contracts', icon: FileSignature },
] as const;

/** What to import and from which file; by drop, by picker, by keyboard. The server reads the head of it at once. */
export function FileDrop({
  entity,
  onEntity,
  onPrepared,
}: {
  entity: ImportEntity;
  onEntity: (entity: ImportEntity) => void;
  onPrepared: (prepared: PreparedImport) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const preview = useMutation(previewImportMutation());
  const reading = preview.isPending ? (preview.variables?.body.file as File) : null;

  const read = async (file: File | undefined) => {
    if (!file || preview.isPending) return;
    const wrong = fileProblem(file);
    setFailure(wrong && { title: t('imports.failed'), detail: t(`imports.${wrong}`) });
    if (wrong) return;
    try {
      onPrepared({ entity, file, preview: await preview.mutateAsync({ body: { kind: entity, file } }) });
    } catch (error) {
      const problem = toProblem(error);
      const words = problem.violations.map(reasonText).join(' ');
      const text = problemText(problem, t);
      const offline = problem.code === 'offline';
      setFailure({
        title: offline ? text.title : t('imports.failed'),
        detail:
          problem.status === 413 ? t('imports.tooLarge') : offline ? text.detail : words || problem.message,
      });
    }
  };

  return (
    <Card title={t('imports.new')} className="shrink-0">
      <div className="flex flex-col gap-3">
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="mb-1 text-sm font-medium text-ink-2">{t('imports.what')}</legend>
          {entities.map(({ value, icon: Icon }) => (
            <label
              key={value}
              className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2.5 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={name}
                value={value}
                checked={entity === value}
                onChange={() => onEntity(value)}
                className="sr-only"
              />
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" strokeWidth={1.75} />
              <span>
                <span className="block font-medium">{t(`imports.entity.${value}`)}</span>
                <span className="block text-sm text-ink-2">{t(`imports.entityHint.${value}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside */}
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void read(event.dataTransfer.files[0]);
          }}
          className={cx(
            'flex flex-col items-center gap-1.5 rounded-md border border-dashed border-line-strong px-4 py-8 text-center transition-colors duration-100',
            over && 'border-accent bg-accent-soft',
          )}
        >
          {reading ? (
            <>
              <LoaderCircle aria-hidden className="size-6 animate-spin text-accent-ink" strokeWidth={1.5} />
              <p role="status" className="font-medium">
                {t('imports.reading', { file: reading.name })}
              </p>
            </>
          ) : (
            <>
              <FileSpreadsheet aria-hidden className="size-6 text-ink-3" strokeWidth={1.5} />
              <p className="font-medium">{t('imports.drop')}</p>
              <p className="text-ink-3">{t('imports.dropOr')}</p>
              <Button variant="primary" onClick={() => picker.current?.click()}>
                {t('imports.pick')}
              </Button>
              <p className="mt-1 text-sm text-ink-3">{t('imports.dropHint')}</p>
            </>
          )}
          <input
            ref={picker}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-label={t('imports.pick')}
            className="hidden"
            onChange={(event) => {
              void read(event.currentTarget.files?.[0]);
              // The same file may be chosen again once it has been mended.
              event.currentTarget.value = '';
            }}
          />
        </div>
        <FormError failure={failure} />
      </div>
    </Card>
  );
}
