import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import { createApiKeyMutation } from '@/shared/api/gen/api-keys/query';
import { useProfile } from '@/shared/session/useSession';
import { PermissionMatrix } from '@/shared/settings/PermissionMatrix';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { SecretDialog } from './SecretDialog';

const lifetimes = ['30', '90', '365', 'never'] as const;

/** Makes a key, then shows it: once, and not to be closed by a stray click. */
export function NewApiKeyDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  return secret ? (
    <SecretDialog secret={secret} onClose={onClose} />
  ) : (
    <KeyForm onMade={setSecret} onClose={onClose} />
  );
}

function KeyForm({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const client = useQueryClient();
  const create = useMutation(createApiKeyMutation());
  const mine = useProfile().permissions.filter((permission) => !permission.startsWith('access.api_keys:'));
  const form = useForm({
    defaultValues: { name: '', scopes: [] as string[], lifetime: '90' as (typeof lifetimes)[number] },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const { scopes, lifetime } = useWatch({ control: form.control });
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    if (values.scopes.length === 0) {
      form.setError('scopes', { message: t('apiKeys.keyNeedsScope') });
      return;
    }
    const days = values.lifetime === 'never' ? null : Number(values.lifetime);
    const made = await create.mutateAsync({
      body: {
        name: values.name,
        scopes: values.scopes,
        expires_at: days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString(),
      },
    });
    void changed(client, 'api_key');
    onMade(made.secret);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      size="lg"
      keepOnOutsideClick
      title={t('apiKeys.newKey')}
      description={t('apiKeys.newKeyText')}
      footer={
        <>
          <DialogCancel />
          <Button type="submit" form={formId} variant="primary" busy={isSubmitting}>
            {t('apiKeys.createKey')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('apiKeys.keyName')} required error={errors.name?.message}>
            <Input {...form.register('name', { required: t('kit.required') })} most={80} autoComplete="off" />
          </Field>
          <Field label={t('apiKeys.keyLifetime')}>
            <Select
              options={lifetimes.map((value) => ({ value, label: t(`apiKeys.lifetimes.${value}`) }))}
              value={lifetime ?? '90'}
              onChange={(next) => form.setValue('lifetime', next, { shouldDirty: true })}
            />
          </Field>
        </FieldGrid>
        {errors.scopes?.message && (
          <p role="alert" className="text-overdue-ink">
            {errors.scopes.message}
          </p>
        )}
        <PermissionMatrix
          all={mine}
          value={scopes ?? []}
          onChange={(next) => {
            form.clearErrors('scopes');
            form.setValue('scopes', next, { shouldDirty: true });
          }}
          mayGive={() => true}
        />
      </form>
    </Dialog>
  );
}
