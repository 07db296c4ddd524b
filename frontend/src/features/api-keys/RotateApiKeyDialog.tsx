import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/shared/api/gen';
import { rotateApiKey } from '@/shared/api/gen/api-keys';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Select } from '@/shared/ui/Select';
import { SecretDialog } from './SecretDialog';

const overlaps = ['0', '24', '72', '168'] as const;

/** Makes the successor of a key and shows it once; the old one goes on working as long as is chosen. */
export function RotateApiKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useWrite(
    (hours: number) => rotateApiKey({ ...writeTo(apiKey, { overlap_hours: hours }), throwOnError: true }),
    ['api_key'],
  );
  const form = useForm({ defaultValues: { overlap: '24' as (typeof overlaps)[number] } });
  const { overlap } = useWatch({ control: form.control });
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    setSecret((await rotate.mutateAsync(Number(values.overlap))).data.secret);
  });
  if (secret) return <SecretDialog secret={secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('apiKeys.rotateKeyOf', { name: apiKey.name })}
      description={t('apiKeys.rotateKeyText')}
      footer={
        <>
          <DialogCancel />
          <Button type="submit" form={formId} variant="primary" busy={form.formState.isSubmitting}>
            {t('apiKeys.rotateKey')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('apiKeys.rotateOverlap')}>
          <Select
            options={overlaps.map((value) => ({ value, label: t(`apiKeys.rotateOverlaps.${value}`) }))}
            value={overlap ?? '24'}
            onChange={(next) => form.setValue('overlap', next, { shouldDirty: true })}
          />
        </Field>
      </form>
    </Dialog>
  );
}
