import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type SubmitEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationChoice, NotificationPreferences } from '@/shared/api/gen';
import { replaceNotificationPreferences } from '@/shared/api/gen/notifications';
import {
  getNotificationPreferencesOptions,
  getNotificationPreferencesQueryKey,
} from '@/shared/api/gen/notifications/query';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { basedOn } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useUnsaved } from '@/shared/lib/unsaved';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Field } from '@/shared/ui/Field';
import type { Failure } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { Select } from '@/shared/ui/Select';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';

/** In the order in which they matter; one that this version of the app does not know stays as it is, and is not drawn. */
const kinds = [
  'mentioned',
  'assigned',
  'reminded',
  'closing_waiting',
  'lead_score_crossed',
  'invoice_paid',
  'invoice_overdue',
  'import_finished',
  'bulk_job_finished',
] as const;
const mails = ['none', 'at_once', 'daily'] as const;
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** What a person wants to be told of, and by which way. */
export function NotificationsSection() {
  const { t } = useTranslation();
  const query = useQuery(getNotificationPreferencesOptions());
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  const ready = !!query.data;
  useLayoutEffect(() => {
    if (ready && hash === 'notifications') place.current?.scrollIntoView({ block: 'start' });
  }, [ready, hash]);
  return (
    <div ref={place} id="notifications">
      <SettingsSection
        title={t('notifications.preferences.title')}
        text={t('notifications.preferences.text')}
      >
        {query.data ? (
          <Choices present={query.data} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-80" />
        )}
      </SettingsSection>
    </div>
  );
}

function Choices({ present }: { present: NotificationPreferences }) {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const client = useQueryClient();
  const [hour, setHour] = useState(present.digest_hour);
  const [choices, setChoices] = useState(present.choices);
  const [failure, setFailure] = useState<Failure | null>(null);
  const way = (of: NotificationPreferences, kind: string) => of.choices.find((one) => one.kind === kind);
  const changes = useForeignChanges(
    present,
    {
      changed: (before, now) => [
        ...kinds.filter((kind) => JSON.stringify(way(before, kind)) !== JSON.stringify(way(now, kind))),
        ...(before.digest_hour === now.digest_hour ? [] : (['hour'] as const)),
      ],
    },
    {
      label: (name) =>
        name === 'hour' ? t('notifications.preferences.hour') : t(`notifications.kinds.${name}`),
      value: (of, name) => {
        if (name === 'hour') return hours[of.digest_hour]?.label ?? '';
        const choice = way(of, name);
        if (!choice) return '';
        const mail = t(`notifications.preferences.mails.${choice.mail}`);
        return choice.in_app ? `${t('notifications.preferences.inApp')}, ${mail}` : mail;
      },
    },
  );
  const opened = changes.opened ?? present;
  const begin = (now: NotificationPreferences) => {
    changes.take(now);
    setHour(now.digest_hour);
    setChoices(now.choices);
  };
  const dirty = hour !== opened.digest_hour || JSON.stringify(choices) !== JSON.stringify(opened.choices);
  // Nothing was chosen here: what was chosen elsewhere is shown.
  if (!dirty && present.version > opened.version) begin(present);
  const save = useWrite(
    async () =>
      (
        await replaceNotificationPreferences({
          headers: basedOn(present.version),
          body: { digest_hour: hour, choices },
          throwOnError: true,
        })
      ).data,
    ['notification_preferences'],
    {
      onDone: (saved) => {
        client.setQueryData(getNotificationPreferencesQueryKey(), saved);
        begin(saved);
        toast.done(t('notifications.preferences.saved'));
      },
      onError: (error) => setFailure(problemText(toProblem(error), t)),
    },
  );
  useUnsaved(dirty && !save.isPending);
  const change = (kind: string, to: Partial<NotificationChoice>) => {
    setFailure(null);
    setChoices(choices.map((one) => (one.kind === kind ? { ...one, ...to } : one)));
  };
  const ways = mails.map((value) => ({ value, label: t(`notifications.preferences.mails.${value}`) }));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(undefined);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <FormNews
        failure={failure}
        changes={changes.list}
        onTake={() => {
          begin(present);
          setFailure(null);
        }}
      />
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-3">
            <th scope="col" className="pb-1 font-normal">
              {t('notifications.preferences.kind')}
            </th>
            <th scope="col" className="px-2 pb-1 text-center font-normal">
              {t('notifications.preferences.inApp')}
            </th>
            <th scope="col" className="w-36 pb-1 font-normal">
              {t('notifications.preferences.mail')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const choice = choices.find((one) => one.kind === kind);
            const label = t(`notifications.kinds.${kind}`);
            return (
              choice && (
                <tr key={kind} className="border-t border-line-soft">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {label}
                  </th>
                  <td className="px-2 py-1.5 text-center">
                    <Checkbox
                      checked={choice.in_app}
                      onChange={(in_app) => change(kind, { in_app })}
                      label={
                        <span className="sr-only">
                          {label}: {t('notifications.preferences.inApp')}
                        </span>
                      }
                    />
                  </td>
                  <td className="py-1.5">
                    <Select
                      label={`${label}: ${t('notifications.preferences.mail')}`}
                      options={ways}
                      value={choice.mail}
                      onChange={(mail) => change(kind, { mail })}
                    />
                  </td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
      <Field
        label={t('notifications.preferences.hour')}
        hint={t('notifications.preferences.hourText', { zone })}
      >
        <Select
          options={hours}
          value={String(hour)}
          onChange={(chosen) => setHour(Number(chosen))}
          className="max-w-36"
        />
      </Field>
      {(dirty || save.isPending) && (
        <Button type="submit" variant="primary" busy={save.isPending} className="self-start">
          {t('kit.save')}
        </Button>
      )}
    </form>
  );
}
