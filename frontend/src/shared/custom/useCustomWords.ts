import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listCustomFieldsOptions } from '@/shared/api/gen/custom-fields/query';
import type { CustomWords } from '@/shared/records/changeWords';
import { useCustomText } from './useCustomText';

/** What the fields of the company are called and say, for who tells of changes: one that is gone has its key. */
export function useCustomWords(): CustomWords {
  const { data } = useQuery(listCustomFieldsOptions());
  const text = useCustomText();
  return useCallback(
    (table, name) => {
      const field = data?.data.find((one) => one.kind === table && `custom.${one.key}` === name);
      return field && { label: field.label, text: (value) => text(field, value) };
    },
    [data, text],
  );
}
