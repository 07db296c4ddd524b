import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { Profile } from '@/shared/api/gen';
import { updateProfile } from '@/shared/api/gen/profile';
import { getProfileQueryKey } from '@/shared/api/gen/profile/query';
import { basedOn, isConflict } from '@/shared/api/version';
import { useUnsaved } from '@/shared/lib/unsaved';
import { applyPreferences } from '@/shared/session/preferences';
import { staffSession } from '@/shared/session/session';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';

const company = 'company';

const valuesOf = (profile: Profile) => ({
  name: profile.user.name,
  locale: profile.locale ?? company,
  theme: profile.theme as string,
});

/** Name, language and colours. */
export function PersonSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('auth.required')).max(200),
        locale: z.string(),
        theme: z.string(),
      }),
    ),
    defaultValues: valuesOf(profile),
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const { onSubmit, failure } = useSubmit(form, async ({ name, locale, theme }) => {
    try {
      const { data } = await updateProfile({
        headers: basedOn(profile.version),
        body: {
          name,
          locale: locale === company ? null : (locale as Profile['locale']),
          theme: theme as Profile['theme'],
        },
        throwOnError: true,
      });
      client.setQueryData(getProfileQueryKey(), data);
      staffSession.replaceProfile(data);
      applyPreferences(data);
      form.reset(valuesOf(data));
      toast.done(t('account.profileSaved'));
    } catch (error) {
      // A login elsewhere changes the record too: with its present version the same can be saved again.
      if (isConflict(error)) void changed(client, 'profile');
      throw error;
    }
  });
  return (
    <SettingsSection title={t('account.person')} text={t('account.personText')}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('kit.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} maxLength={200} autoComplete="name" />
          </Field>
          <Field label={t('shell.language')}>
            <Controller
              control={form.control}
              name="locale"
              render={({ field }) => (
                <Select
                  options={[
                    { value: company, label: t('account.companyLanguage') },
                    { value: 'pt-BR', label: t('shell.portuguese') },
                    { value: 'en', label: t('shell.english') },
                  ]}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          </Field>
          <Field label={t('shell.theme')}>
            <Controller
              control={form.control}
              name="theme"
              render={({ field }) => (
                <Select
                  options={[
                    { value: 'system', label: t('shell.themeSystem') },
                    { value: 'light', label: t('shell.themeLight') },
                    { value: 'dark', label: t('shell.themeDark') },
                  ]}
                  value={field.value}
                  onChange={field.onChange}
                />
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
