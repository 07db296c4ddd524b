import type { DataColumn } from '@/shared/ui/tableTypes';
import { type CustomValues, useCustomFields } from './useCustomFields';
import { useCustomText } from './useCustomText';

/** A column for each field that the company has added to the records of a list; they are there when somebody asks for them. */
export function useCustomColumns<T extends { id: string }>(kind: string): DataColumn<T>[] {
  const text = useCustomText();
  return useCustomFields(kind).map((field) => {
    const shown = (row: T) => text(field, (row as { custom?: CustomValues }).custom?.[field.key]);
    return {
      id: `custom.${field.key}`,
      header: field.label,
      cell: shown,
      text: shown,
      width: '9rem',
      align: field.type === 'number' ? ('right' as const) : undefined,
      optional: true,
    };
  });
}
