import { useTranslation } from 'react-i18next';
import type { ServiceType } from '@/shared/api/gen';
import { createServiceType } from '@/shared/api/gen/portfolio';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { codeOf } from './serviceTypeCode';

const code = requiredText(50);
const serviceTypeFields = fieldsOf<ServiceType>()({
  name: requiredText(100),
  code: {
    ...code,
    rule: (t) =>
      code.rule(t).refine((typed) => /^[a-z][a-z0-9_]{1,49}$/.test(typed), t('portfolio.type.codeInvalid')),
  },
});

/** A service type of the tenant's own. */
export function ServiceTypeDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { form, field, frame } = useSaveForm({
    fields: serviceTypeFields,
    label: (name: 'name') => t(`portfolio.type.${name}`),
    kinds: ['service_type'],
    create: (body) => createServiceType({ body, throwOnError: true }),
    onDone: (type) => onDone(type.code),
  });
  const { code: typedByHand } = form.formState.dirtyFields;
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('portfolio.type.title')}
      submit={t('portfolio.type.create')}
      onClose={onClose}
    >
      {field('name', {
        wide: true,
        onTyped: ({ target }: { target: HTMLInputElement }) => {
          if (!typedByHand) form.setValue('code', codeOf(target.value));
        },
      })}
      {field('code', { wide: true, hint: t('portfolio.type.codeHint') })}
    </FormDialog>
  );
}
