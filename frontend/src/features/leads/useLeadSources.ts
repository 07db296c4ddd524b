import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getLeadSourcesOptions } from '@/shared/api/gen/leads/query';

/** Sources that have a name in each language, as long as the company has not set its own list. */
const knownSources = [
  'site',
  'indicacao',
  'whatsapp',
  'anuncio',
  'evento',
  'telefone',
  'importacao',
] as const;
type KnownSource = (typeof knownSources)[number];

/** Where leads come from, as the company lists it, and what each is called. What is not listed is shown as it is. */
export function useLeadSources(): { keys: string[]; name: (source: string) => string } {
  const { t } = useTranslation();
  const listed = useQuery({ ...getLeadSourcesOptions(), staleTime: 300_000 }).data;
  const name = (source: string) => {
    const own = listed?.version ? listed.sources.find(({ key }) => key === source)?.name : undefined;
    if (own) return own;
    return knownSources.some((known) => known === source)
      ? t(`crm.lead.sources.${source as KnownSource}`)
      : source;
  };
  return { keys: listed?.sources.map(({ key }) => key) ?? [...knownSources], name };
}
