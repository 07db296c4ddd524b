import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '@/shared/api/gen';
import { getTenantQueryKey, updateTenantMutation } from '@/shared/api/gen/tenant/query';
import { basedOn, isConflict } from '@/shared/api/version';
import { formatTaxId } from '@/shared/format/taxId';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useUnsaved } from '@/shared/lib/unsaved';
import { staffSession } from '@/shared/session/session';
import { useCan, useProfile } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Combobox } from '@/shared/ui/Combobox';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, useSubmit, wide } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { TaxIdInput } from '@/shared/ui/TaxIdInput';
import { toast } from '@/shared/ui/toast';
import { AccentField } from './AccentField';
import { type CompanyField, changedFields, companySchema, patchBody, valuesOf } from './companyValues';
import { readPixKey } from './pixKey';
import { searchZones } from './timeZones';

export interface CompanyFormProps {
  /** The company as it is on the server now. */
  tenant: Tenant;
  /** Reads the company again after somebody else's change. */
  onStale: () => void;
}

export function CompanyForm({ tenant, onStale }: CompanyFormProps) {
  const { t } = useTranslation();
  const can = useCan();
  const profile = useProfile();
  const client = useQueryClient();
  const readOnly = !can('company.settings:write');
  const changes = useChanges(tenant);
  const form = useForm({
    resolver: zodResolver(useMemo(() => companySchema(t), [t])),
    defaultValues: valuesOf(tenant),
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const update = useMutation(updateTenantMutation());
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    try {
      const saved = await update.mutateAsync({
        headers: basedOn(tenant.version),
        body: patchBody(changes.opened ?? tenant, values),
      });
      changes.take(saved);
      client.setQueryData(getTenantQueryKey(), saved);
      form.reset(valuesOf(saved));
      // Name, zone and due days are used all over the screen.
      staffSession.replaceProfile({ ...profile, tenant: saved });
      toast.done(t('company.saved'));
    } catch (error) {
      if (isConflict(error)) onStale();
      throw error;
    }
  });
  const pixKind = readPixKey(useWatch({ control: form.control, name: 'pix_key' }))?.kind;

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      {readOnly && <p className="text-ink-2">{t('company.readOnly')}</p>}
      <FormNews
        failure={failure}
        changes={changes.list}
        onTake={() => {
          changes.take();
          form.reset(valuesOf(tenant));
          setFailure(null);
        }}
      />
      <fieldset disabled={readOnly} className="contents">
        <Section title={t('company.identity')} text={t('company.identityText')}>
          <Field label={t('kit.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} most={200} autoComplete="organization" />
          </Field>
          <Field label={t('company.taxId')} error={errors.tax_id?.message}>
            <Controller
              control={form.control}
              name="tax_id"
              render={({ field }) => (
                <TaxIdInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
              )}
            />
          </Field>
          <Field label={t('company.slug')}>
            <Input value={tenant.slug} readOnly />
          </Field>
        </Section>
        <Section title={t('company.look')} text={t('company.lookText')}>
          <div className={wide}>
            <Controller
              control={form.control}
              name="accent_color"
              render={({ field }) => (
                <AccentField
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.accent_color?.message}
                />
              )}
            />
          </div>
        </Section>
        <Section title={t('company.regional')} text={t('company.regionalText')}>
          <Field label={t('company.timeZone')} required error={errors.time_zone?.message}>
            <Controller
              control={form.control}
              name="time_zone"
              render={({ field }) => (
                <Combobox
                  searchKey="time-zones"
                  search={async (words) => searchZones(words)}
                  value={field.value}
                  onChange={field.onChange}
                  disabled={readOnly}
                />
              )}
            />
          </Field>
          <Field label={t('company.locale')} error={errors.locale?.message}>
            <Controller
              control={form.control}
              name="locale"
              render={({ field }) => (
                <Select
                  options={[
                    { value: 'pt-BR', label: t('company.portuguese') },
                    { value: 'en', label: t('company.english') },
                  ]}
                  value={field.value}
                  onChange={field.onChange}
                  disabled={readOnly}
                />
              )}
            />
          </Field>
          <Field label={t('company.currency')}>
            <Input value={tenant.currency} readOnly />
          </Field>
        </Section>
        <Section title={t('company.billing')} text={t('company.billingText')}>
          <Field
            label={t('company.dueDays')}
            required
            hint={t('company.dueDaysHint')}
            error={errors.invoice_due_days?.message}
          >
            <Input
              {...form.register('invoice_due_days')}
              inputMode="numeric"
              maxLength={2}
              className="tabular"
            />
          </Field>
          <Field
            label={t('company.pixKey')}
            hint={pixKind ? t(`company.pixKeyKind.${pixKind}`) : t('company.pixKeyHint')}
            error={errors.pix_key?.message}
          >
            <Input {...form.register('pix_key')} most={77} autoComplete="off" spellCheck={false} />
          </Field>
          <Field
            label={t('company.pixName')}
            hint={t('company.pixNameHint')}
            error={errors.pix_merchant_name?.message}
          >
            <Input {...form.register('pix_merchant_name')} most={25} autoComplete="off" />
          </Field>
          <Field
            label={t('company.pixCity')}
            hint={t('company.pixCityHint')}
            error={errors.pix_city?.message}
          >
            <Input {...form.register('pix_city')} most={15} autoComplete="off" />
          </Field>
        </Section>
        <Section title={t('company.origins')} text={t('company.originsText')}>
          <Field
            label={t('company.originsLabel')}
            hint={t('company.originsHint')}
            error={errors.allowed_origins?.message}
            className={wide}
          >
            <Controller
              control={form.control}
              name="allowed_origins"
              render={({ field }) => (
                <TagsInput
                  value={field.value}
                  onChange={field.onChange}
                  longest={200}
                  disabled={readOnly}
                  placeholder="https://portal.acme.com.br"
                />
              )}
            />
          </Field>
        </Section>
      </fieldset>
      {!readOnly && (
        <div className="flex items-center justify-end gap-3">
          {isDirty && <p className="text-ink-2">{t('kit.unsaved')}</p>}
          <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
            {t('kit.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <SettingsSection title={title} text={text}>
      <FieldGrid>{children}</FieldGrid>
    </SettingsSection>
  );
}

/** What others have changed in the company since this form was opened, in the words of the form. */
function useChanges(tenant: Tenant) {
  const { t } = useTranslation();
  const labels: Record<CompanyField, string> = {
    name: t('kit.name'),
    tax_id: t('company.taxId'),
    locale: t('company.locale'),
    time_zone: t('company.timeZone'),
    invoice_due_days: t('company.dueDays'),
    pix_key: t('company.pixKey'),
    pix_merchant_name: t('company.pixName'),
    pix_city: t('company.pixCity'),
    accent_color: t('company.accent'),
    allowed_origins: t('company.originsLabel'),
  };
  const text = (of: Tenant, field: CompanyField) => {
    const value = String(of[field] ?? '');
    return field === 'tax_id' ? formatTaxId(value) : value;
  };
  return useForeignChanges(
    tenant,
    { changed: changedFields },
    { label: (field) => labels[field], value: text },
  );
}
