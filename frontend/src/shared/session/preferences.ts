import type { Profile, ProfilePatch } from '@/shared/api/gen';
import { getProfile, updateProfile } from '@/shared/api/gen/profile';
import { basedOn, isStale } from '@/shared/api/version';
import { currentLanguage, switchLanguage } from '@/shared/i18n';
import { getTheme, setTheme } from '@/shared/theme/theme';
import { staffSession } from './session';

/** The language and the theme that a person works in follow them to every device. */
export type Preference = Pick<ProfilePatch, 'locale' | 'theme'>;

/** Shows the screen as the person likes it. Without a language of their own the one of this device stays. */
export function applyPreferences({ locale, theme }: Pick<Profile, 'locale' | 'theme'>): void {
  if (theme !== getTheme()) setTheme(theme);
  if (locale && locale !== currentLanguage()) void switchLanguage(locale);
}

/** Shows a choice at once and remembers it; a device without connection keeps it for itself. */
export async function choosePreference(preference: Preference): Promise<void> {
  const session = staffSession.current();
  applyPreferences({ locale: preference.locale, theme: preference.theme ?? getTheme() });
  if (session.status !== 'open') return;
  const save = async (version: number) =>
    staffSession.replaceProfile(
      (await updateProfile({ headers: basedOn(version), body: preference, throwOnError: true })).data,
    );
  try {
    await save(session.profile.version);
  } catch (error) {
    if (!isStale(error)) return;
    // A login elsewhere has changed the record meanwhile; the choice is the same.
    const { data } = await getProfile({ throwOnError: true });
    await save(data.version).catch(() => undefined);
  }
}
