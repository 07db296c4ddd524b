/** What the server takes, told before a byte is sent. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const mostLogoBytes = 256 * 1024;

export function logoProblem(file: File): 'logoType' | 'logoTooLarge' | null {
  if (!(logoTypes as readonly string[]).includes(file.type)) return 'logoType';
  return file.size > mostLogoBytes ? 'logoTooLarge' : null;
}
