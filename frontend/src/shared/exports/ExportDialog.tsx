import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportConventions, ExportCreate, ExportFormat, ListQuestion } from '@/shared/api/gen';
import { createExport } from '@/shared/api/gen/exports';
import { useWrite } from '@/shared/api/useWrite';
import { useFormat } from '@/shared/format/useFormat';
import { currentLanguage } from '@/shared/i18n';
import { textOr } from '@/shared/lib/humanise';
import { once } from '@/shared/lib/idempotency';
import type { ResourceKind } from '@/shared/resources';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { tellFailure } from '@/shared/ui/tellFailure';
import { useFigures } from '@/shared/views/useFigures';
import { columnsOfFile, fieldsOfRow } from './exportFields';
import { waitFor } from './running';

export interface ExportDialogProps {
  kind: ResourceKind;
  question: ListQuestion;
  /** What the list is called, which the file is as well. */
  title: string;
  /** All columns of the list, and those that are on screen. */
  columns: readonly { id: string; header: string }[];
  visible: readonly { id: string }[];
  onClose: () => void;
}

const formats: readonly ExportFormat[] = ['csv', 'xlsx', 'json'];

/** Which rows are taken along is what the list shows; here is asked with what of each, and in which form. */
export default function ExportDialog({
  kind,
  question,
  title,
  columns,
  visible,
  onClose,
}: ExportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [as, setAs] = useState<ExportFormat>('csv');
  const [conventions, setConventions] = useState<ExportConventions>(currentLanguage());
  const { fields, shown } = fieldsOfRow(question.kind, columns, (name) =>
    textOr(`fields.${kind}.${name}`, name, textOr(`exports.fields.${name}`, name)),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(visible.flatMap(({ id }) => shown(id) ?? [])),
  );
  const figures = useFigures(question);
  const write = (body: ExportCreate) =>
    once(
      'createExport',
      body,
      async (headers) => (await createExport({ body, headers, throwOnError: true })).data,
    );
  const order = useWrite(write, ['export'], {
    onDone: ({ id }) => {
      waitFor(id);
      onClose();
    },
    onError: (error) => tellFailure(error, t),
  });
  const choose = (name: string, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  const all = chosen.size === fields.length;
  const count = figures.data?.row_count ?? 0;
  const formatted = format.number(count);
  const send = () => {
    order.mutate({
      question,
      format: as,
      conventions: as === 'csv' ? conventions : undefined,
      name: `${title} ${new Date().toLocaleDateString('sv')}`.slice(0, 100),
      columns: columnsOfFile(fields, chosen),
    });
  };
  return (
    <Dialog
      open
      title={t('exports.dialog', { title })}
      description={
        figures.data &&
        (figures.data.more ? t('exports.rowsMore', { formatted }) : t('exports.rows', { count, formatted }))
      }
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
          <Button variant="primary" busy={order.isPending} disabled={chosen.size === 0} onClick={send}>
            {t('kit.export')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('exports.format')}>
            <Select
              value={as}
              onChange={(value) => setAs(value as ExportFormat)}
              options={formats.map((value) => ({ value, label: t(`exports.formats.${value}`) }))}
            />
          </Field>
          {as === 'csv' && (
            <Field label={t('exports.conventions')}>
              <Select
                value={conventions}
                onChange={(value) => setConventions(value as ExportConventions)}
                options={[
                  { value: 'pt-BR', label: t('exports.brazil') },
                  { value: 'en', label: t('exports.english') },
                  { value: 'standard', label: t('exports.standard') },
                ]}
              />
            </Field>
          )}
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-2 font-medium">{t('exports.columns')}</legend>
          <Checkbox
            checked={all}
            label={t('exports.all')}
            onChange={(wanted) => setChosen(new Set(wanted ? fields.map(({ name }) => name) : []))}
          />
          <ul className="grid gap-x-4 gap-y-1.5 border-t border-line pt-2 sm:grid-cols-2">
            {fields.map(({ name, label }) => (
              <li key={name} className="min-w-0">
                <Checkbox
                  checked={chosen.has(name)}
                  label={label}
                  onChange={(wanted) => choose(name, wanted)}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <p className="text-sm text-ink-3">{t('exports.kept')}</p>
      </div>
    </Dialog>
  );
}
