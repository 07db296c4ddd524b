import { useTranslation } from 'react-i18next';

/** Sources offered by name; a tenant may use others, which are shown as they are. */
export const knownSources = [
  'site',
  'indicacao',
  'whatsapp',
  'anuncio',
  'evento',
  'telefone',
  'importacao',
] as const;
type KnownSource = (typeof knownSources)[number];

export function useSourceName(): (source: string) => string {
  const { t } = useTranslation();
  return (source) =>
    knownSources.some((known) => known === source) ? t(`crm.lead.sources.${source as KnownSource}`) : source;
}
