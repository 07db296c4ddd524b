import i18next from 'i18next';

/**
 * Why a file or a row was refused, in the language of the screen: by the code that the server promises to keep, here or
 * among the violations of every form, else in the server's own words.
 */
export function reasonText(refused: { code?: string; message: string }): string {
  const { code, message } = refused;
  const key = [`imports.reason.${code}`, `problem.violations.${code}`].find((known) => i18next.exists(known));
  return key ? String(i18next.t(key as never)) : message;
}
