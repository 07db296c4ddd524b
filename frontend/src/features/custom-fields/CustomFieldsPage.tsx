import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, GripVertical, ListPlus, Pencil, Plus, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomFieldKind } from '@/shared/api/gen';
import { updateCustomField } from '@/shared/api/gen/custom-fields';
import { listCustomFieldsOptions } from '@/shared/api/gen/custom-fields/query';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useChosen } from '@/shared/records/useChosen';
import { useCan } from '@/shared/session/useSession';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FilterChip } from '@/shared/ui/Chip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';

const CustomFieldDialog = lazyPart(async () => (await import('./CustomFieldDialog')).CustomFieldDialog);
const DeleteFieldDialog = lazyPart(async () => (await import('./DeleteFieldDialog')).DeleteFieldDialog);

export interface CustomFieldsSearch {
  kind?: CustomFieldKind;
}

const kinds = ['leads', 'deals', 'companies', 'contacts', 'customers'] as const satisfies CustomFieldKind[];

/** The fields that the company adds to its records. */
export function CustomFieldsPage({
  search: { kind = 'leads' },
  onSearch,
}: {
  search: CustomFieldsSearch;
  onSearch: OnSearch<CustomFieldsSearch>;
}) {
  const { t } = useTranslation();
  const canWrite = useCan()('company.settings:write');
  useLiveQuery('custom_field');
  usePartsLater(CustomFieldDialog, DeleteFieldDialog);
  const query = useQuery(listCustomFieldsOptions());
  const fields = query.data?.data.filter((field) => field.kind === kind);
  const [edited, setEdited] = useChosen<CustomField, 'new'>(fields);
  const [leaving, setLeaving] = useChosen<CustomField>(fields);
  useShortcut('n', () => setEdited('new'), canWrite);
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setEdited('new')}>
      {t('customFields.new')}
    </Button>
  );
  return (
    <>
      <SettingsHeader
        filters={
          <FilterChip<CustomFieldKind>
            label={t('customFields.record')}
            required
            value={kind}
            onChange={(chosen) => onSearch({ kind: chosen || undefined })}
            options={kinds.map((one) => ({ value: one, label: t(`customFields.kinds.${one}`) }))}
          />
        }
        actions={newButton}
      />
      <SettingsBody label={t('shell.settings.customFields')}>
        {query.error && !fields ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !fields ? (
          <Skeleton className="h-64 shrink-0 rounded-lg" />
        ) : fields.length === 0 ? (
          <EmptyState
            icon={ListPlus}
            title={t('customFields.noneTitle', { kind: t(`customFields.kinds.${kind}`) })}
            text={t('customFields.noneText')}
            action={newButton}
          />
        ) : (
          <Card flush>
            <FieldRows fields={fields} locked={!canWrite} onEdit={setEdited} onDelete={setLeaving} />
          </Card>
        )}
      </SettingsBody>
      <Suspense>
        {edited && (
          <CustomFieldDialog
            kind={kind}
            field={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        )}
        {leaving && <DeleteFieldDialog field={leaving} onClose={() => setLeaving(null)} />}
      </Suspense>
    </>
  );
}

/** The order that forms and records show them in: dragged, or moved by the arrows. */
function FieldRows({
  fields,
  locked,
  onEdit,
  onDelete,
}: {
  fields: readonly CustomField[];
  locked: boolean;
  onEdit: (field: CustomField) => void;
  onDelete: (field: CustomField) => void;
}) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const place = useWrite(
    async (order: readonly CustomField[]) => {
      for (const [position, field] of order.entries())
        if (field.position !== position)
          await updateCustomField({ ...writeTo(field, { position }), throwOnError: true });
    },
    ['custom_field'],
    { onError: (error) => tellFailure(error, t) },
  );
  const move = (id: string, to: number) => {
    const from = fields.findIndex((field) => field.id === id);
    const field = fields[from];
    if (!field || to < 0 || to >= fields.length || to === from) return;
    place.mutate(fields.toSpliced(from, 1).toSpliced(to, 0, field));
  };
  return (
    <ul aria-label={t('customFields.table')} aria-busy={place.isPending}>
      {fields.map((field, at) => (
        <li
          key={field.id}
          data-over={over === field.id || undefined}
          className="flex min-h-12 items-center gap-2 border-b border-line-soft px-3 py-1.5 last:border-0 data-over:bg-hover"
          onDragOver={(event) => {
            if (!dragged) return;
            event.preventDefault();
            setOver(field.id);
          }}
          onDrop={() => {
            if (dragged) move(dragged, at);
          }}
        >
          {!locked && (
            // By keyboard the arrows do it.
            <span
              aria-hidden
              draggable
              className="cursor-grab text-ink-3 max-sm:hidden"
              onDragStart={(event) => {
                setDragged(field.id);
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', field.label);
              }}
              onDragEnd={() => {
                setDragged(undefined);
                setOver(undefined);
              }}
            >
              <GripVertical className="size-4" />
            </span>
          )}
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="flex min-w-0 items-center gap-2">
              <span className="truncate font-medium">{field.label}</span>
              {field.required && <Badge tone="neutral">{t('customFields.requiredBadge')}</Badge>}
            </span>
            <span className="truncate text-sm text-ink-2">
              {t(`customFields.types.${field.type}`)}
              {field.options.length > 0 &&
                ` · ${field.options
                  .filter(({ archived }) => !archived)
                  .map(({ label }) => label)
                  .join(', ')}`}
              <span className="text-ink-3"> · {field.key}</span>
            </span>
          </span>
          {!locked && (
            <span className="flex shrink-0 items-center">
              <IconButton
                icon={ArrowUp}
                size="sm"
                label={t('customFields.up', { name: field.label })}
                disabled={at === 0 || place.isPending}
                onClick={() => move(field.id, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={t('customFields.down', { name: field.label })}
                disabled={at === fields.length - 1 || place.isPending}
                onClick={() => move(field.id, at + 1)}
              />
              <IconButton
                icon={Pencil}
                size="sm"
                label={t('customFields.edit', { name: field.label })}
                onClick={() => onEdit(field)}
              />
              <IconButton
                icon={Trash2}
                size="sm"
                label={t('customFields.delete', { name: field.label })}
                onClick={() => onDelete(field)}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
