import { useTranslation } from 'react-i18next';
import type { DuplicateReason } from '@/shared/api/gen';

/** `mesmo e-mail, nome parecido`: what speaks for two records being one, and against it. */
export function useReasons(): (reasons: readonly DuplicateReason[]) => string {
  const { t } = useTranslation();
  return (reasons) => reasons.map((reason) => t(`kit.similar.reasons.${reason}`)).join(', ');
}
