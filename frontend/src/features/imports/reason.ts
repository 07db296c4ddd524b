import i18next, { type TFunction } from 'i18next';
import type { Import } from '@/shared/api/gen';

/**
 * Why a file or a row was refused, in the language of the screen: by the code that the server promises to keep, here or
 * among the violations of every form, else in the server's own words.
 */
export function reasonText(refused: { code?: string; message: string }): string {
  const { code, message } = refused;
  const key = [`imports.reason.${code}`, `problem.violations.${code}`].find((known) => i18next.exists(known));
  return key ? String(i18next.t(key as never)) : message;
}

/** How the server begins what it says of an import that it has given up; it keeps no code for that. */
export const interrupted = 'The import was interrupted too often';

/** Why a whole import stopped; null for one that did not. */
export function stopText({ status, error }: Pick<Import, 'status' | 'error'>, t: TFunction): string | null {
  if (status !== 'failed') return null;
  if (!error) return t('imports.stopped.unknown');
  return error.startsWith(interrupted) ? t('imports.stopped.interrupted') : error;
}
