import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Profile, ProfilePatch } from '@/shared/api/gen';
import { updateProfile } from '@/shared/api/gen/profile';
import { getProfileQueryKey } from '@/shared/api/gen/profile/query';
import { useWrite } from '@/shared/api/useWrite';
import { basedOn } from '@/shared/api/version';
import { atMost } from '@/shared/forms/atMost';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useUnsaved } from '@/shared/lib/unsaved';
import { applyPreferences } from '@/shared/session/preferences';
import { staffSession } from '@/shared/session/session';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, useSubmit, wide } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';

const company = 'company';

const valuesOf = (profile: Profile) => ({
  name: profile.user.name,
  locale: profile.locale ?? company,
  theme: profile.theme as string,
});
type Values = ReturnType<typeof valuesOf>;
const fields = ['name', 'locale', 'theme'] as const;

const differing = (before: Values, after: Values) =>
  fields.filter((field) => before[field].trim() !== after[field].trim());

/** Only what differs from the profile that the form was opened with: nobody else's change is written over. */
function patchBody(opened: Profile, values: Values): ProfilePatch {
  const written = {
    name: values.name,
    locale: values.locale === company ? null : (values.locale as Profile['locale']),
    theme: values.theme as Profile['theme'],
  };
  return Object.fromEntries(differing(valuesOf(opened), values).map((field) => [field, written[field]]));
}

/** Name, language and colours. */
export function PersonSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const locales = [
    { value: company, label: t('account.companyLanguage') },
    { value: 'pt-BR', label: t('shell.portuguese') },
    { value: 'en', label: t('shell.english') },
  ];
  const themes = [
    { value: 'system', label: t('shell.themeSystem') },
    { value: 'light', label: t('shell.themeLight') },
    { value: 'dark', label: t('shell.themeDark') },
  ];
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('auth.required')).check(atMost(200, t)),
        locale: z.string(),
        theme: z.string(),
      }),
    ),
    defaultValues: valuesOf(profile),
  });
  const changes = useForeignChanges(
    profile,
    { changed: (opened, present) => differing(valuesOf(opened), valuesOf(present)) },
    {
      label: (field) =>
        t(({ name: 'kit.name', locale: 'shell.language', theme: 'shell.theme' } as const)[field]),
      value: (of, field) => {
        const value = valuesOf(of)[field];
        return [...locales, ...themes].find((option) => option.value === value)?.label ?? value;
      },
    },
  );
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const begin = (now: Profile) => {
    form.reset(valuesOf(now));
    changes.take(now);
  };
  const save = useWrite(
    async (values: Values) =>
      await updateProfile({
        headers: basedOn(profile.version),
        body: patchBody(changes.opened ?? profile, values),
        throwOnError: true,
      }),
    // A login elsewhere changes the record too: with its present version the same can be saved again.
    ['profile'],
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const { data } = await save.mutateAsync(values);
    client.setQueryData(getProfileQueryKey(), data);
    staffSession.replaceProfile(data);
    applyPreferences(data);
    begin(data);
    toast.done(t('account.profileSaved'));
  });
  return (
    <SettingsSection title={t('account.person')} text={t('account.personText')}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormNews
          failure={failure}
          changes={changes.list}
          onTake={() => {
            begin(profile);
            setFailure(null);
          }}
        />
        <FieldGrid>
          <Field label={t('kit.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} most={200} autoComplete="name" />
          </Field>
          <Field label={t('shell.language')}>
            <Controller
              control={form.control}
              name="locale"
              render={({ field }) => (
                <Select options={locales} value={field.value} onChange={field.onChange} />
              )}
            />
          </Field>
          <Field label={t('shell.theme')}>
            <Controller
              control={form.control}
              name="theme"
              render={({ field }) => (
                <Select options={themes} value={field.value} onChange={field.onChange} />
              )}
            />
          </Field>
        </FieldGrid>
        <Button
          type="submit"
          variant="primary"
          busy={isSubmitting}
          disabled={!isDirty}
          className="self-start"
        >
          {t('kit.save')}
        </Button>
      </form>
    </SettingsSection>
  );
}
