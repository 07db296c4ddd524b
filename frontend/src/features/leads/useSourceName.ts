import { useTranslation } from 'react-i18next';
import { isKnownSource, knownSources } from './leadStages';

export function useSourceName(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => (isKnownSource(source) ? t(`crm.lead.sources.${source}`) : source);
}

export function useSourceOptions(): { value: string; label: string }[] {
  const { t } = useTranslation();
  return knownSources.map((source) => ({ value: source, label: t(`crm.lead.sources.${source}`) }));
}
