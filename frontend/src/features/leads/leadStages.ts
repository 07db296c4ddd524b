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

export const leadSorts = [
  'name',
  '-name',
  'created_at',
  '-created_at',
  'score',
  '-score',
  'bant_score',
  '-bant_score',
] as const;
export type LeadSort = (typeof leadSorts)[number];
