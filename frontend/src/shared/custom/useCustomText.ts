import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { customText } from './customText';

/** What stands in fields of the company, in the words of the screen. */
export function useCustomText() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useCallback(
    (field: Pick<CustomField, 'type' | 'options'>, value: unknown) =>
      customText(field, value, { format, locale: i18n.language, yes: t('kit.yes'), no: t('kit.no') }),
    [t, i18n.language, format],
  );
}
