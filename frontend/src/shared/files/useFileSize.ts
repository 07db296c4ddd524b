import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { fileSize } from './fileSize';

/** The length of a file in words: `48 kB`. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (bytes) => {
    const { amount, unit } = fileSize(bytes);
    return t(`files.bytes.${unit}`, { formatted: format.number(amount) });
  };
}
