import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadSource, LeadSources } from '@/shared/api/gen';
import { replaceLeadSources } from '@/shared/api/gen/leads';
import { basedOn } from '@/shared/api/version';
import { RowList } from '@/shared/forms/RowList';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { keyOf } from '@/shared/lib/keyOf';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { useSaved } from '@/shared/settings/useSaved';
import { Button } from '@/shared/ui/Button';
import { FormNews } from '@/shared/ui/FormNews';
import { Input } from '@/shared/ui/Input';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Where leads come from: what screens offer, in this order. */
export function SourcesForm({ listed }: { listed: LeadSources }) {
  const { t } = useTranslation();
  const locked = !useCan()('company.settings:write');
  const [sources, setSources] = useState<LeadSource[]>(listed.sources);
  const changes = useForeignChanges(
    listed,
    { changed: (before, now) => (same(before.sources, now.sources) ? [] : ['sources']) },
    {
      label: () => t('scoring.sources'),
      value: (of) => of.sources.map(({ name }) => name).join(', '),
    },
  );
  const begin = (now: LeadSources) => {
    changes.take(now);
    setSources(now.sources);
  };
  const dirty = !same(sources, (changes.opened ?? listed).sources);
  const { failure, clear, save, busy } = useSaved(
    async (body: LeadSource[]) =>
      (
        await replaceLeadSources({
          headers: basedOn(listed.version),
          body: { sources: body },
          throwOnError: true,
        })
      ).data,
    'lead_source',
    t('scoring.sourcesSaved'),
    begin,
  );
  useUnsaved(dirty && !busy);
  return (
    <SettingsSection title={t('scoring.sources')} text={t('scoring.sourcesText')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save(sources.filter(({ name }) => name.trim()));
        }}
      >
        <FormNews
          failure={failure}
          changes={changes.list}
          onTake={() => {
            begin(listed);
            clear();
          }}
        />
        <RowList
          rows={sources}
          onChange={setSources}
          fresh={() => ({ key: '', name: '' })}
          most={100}
          label={t('scoring.sources')}
          add={t('scoring.addSource')}
          remove={({ name }) => t('scoring.remove', { name })}
          locked={locked}
        >
          {(source, change) => (
            <Input
              aria-label={t('scoring.sourceName')}
              value={source.name}
              disabled={locked}
              most={100}
              onChange={({ currentTarget: { value } }) =>
                change({
                  name: value,
                  // What leads say already stays; a new one is called by its name.
                  key: listed.sources.some(({ key }) => key === source.key) ? source.key : keyOf(value),
                })
              }
            />
          )}
        </RowList>
        {!locked && (
          <Button type="submit" variant="primary" busy={busy} disabled={!dirty} className="self-end">
            {t('kit.save')}
          </Button>
        )}
      </form>
    </SettingsSection>
  );
}
