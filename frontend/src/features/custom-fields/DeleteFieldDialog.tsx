import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '@/shared/api/gen';
import { deleteCustomField } from '@/shared/api/gen/custom-fields';
import { getCustomFieldOptions } from '@/shared/api/gen/custom-fields/query';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { toast } from '@/shared/ui/toast';

/** Says what goes with a field before it goes. */
export function DeleteFieldDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(getCustomFieldOptions({ path: { id: field.id } }));
  const count = data?.used_count ?? null;
  const remove = useWrite(
    () => deleteCustomField({ ...stepOf(field), query: { values: 'delete' }, throwOnError: true }),
    ['custom_field', 'view', 'lead', 'deal', 'company', 'contact', 'customer'],
    { onDone: () => toast.done(t('customFields.deleted'), { detail: field.label }) },
  );
  return (
    <ConfirmDialog
      title={t('customFields.delete', { name: field.label })}
      text={
        count === null
          ? t('customFields.counting')
          : count === 0
            ? t('customFields.unused')
            : t('customFields.used', { count, formatted: format.number(count) })
      }
      confirm={t('customFields.deleteConfirm')}
      disabled={count === null}
      onConfirm={() => remove.mutateAsync(undefined)}
      onClose={onClose}
    />
  );
}
