import type { Lead, LeadStage, LeadStageOpen } from '@/shared/api/gen';
import type { Tone } from '@/shared/ui/Badge';

export const leadStages = [
  'new',
  'contacted',
  'qualified',
  'unqualified',
  'converted',
] as const satisfies readonly LeadStage[];
/** What a person may set; `converted` comes by converting. */
export const openStages = [
  'new',
  'contacted',
  'qualified',
  'unqualified',
] as const satisfies readonly LeadStageOpen[];

export const stageTone: Record<Lead['stage'], Tone> = {
  new: 'accent',
  contacted: 'attention',
  qualified: 'paid',
  unqualified: 'neutral',
  converted: 'paid',
};

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
export type KnownSource = (typeof knownSources)[number];

export function isKnownSource(source: string): source is KnownSource {
  return (knownSources as readonly string[]).includes(source);
}

export const leadSorts = ['name', '-name', 'created_at', '-created_at', 'bant_score', '-bant_score'] as const;
export type LeadSort = (typeof leadSorts)[number];
