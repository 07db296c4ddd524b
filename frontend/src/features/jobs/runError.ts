import type { TFunction } from 'i18next';
import type { JobRun } from '@/shared/api/gen';

/**
 * Why a run failed, in the language of the screen. A run keeps the server's sentence and no code, so the sentences that
 * runs end with are known here by how they begin (`runError.test.ts` holds them against the server); what is not known
 * stays as the server said it.
 */
export const sentences = {
  unknown: 'The run failed; the log of the server tells why',
  died: 'The process that worked on it died',
  altered: 'The audit trail is not as it was written',
} as const;

export function runError(run: Pick<JobRun, 'error'>, t: TFunction): string | null {
  const { error } = run;
  if (!error) return null;
  for (const name of ['unknown', 'died', 'altered'] as const)
    if (error.startsWith(sentences[name])) return t(`jobs.error.${name}`);
  return error;
}
