import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomField, CustomFieldKind } from '@/shared/api/gen';
import { listCustomFieldsOptions } from '@/shared/api/gen/custom-fields/query';
import { useLiveQuery } from '@/shared/live/useLiveQuery';

export type CustomValues = Readonly<Record<string, unknown>>;

/** The kinds of records to which a company may add fields, by the tables that the lists are called after. */
const kinds: readonly string[] = ['leads', 'deals', 'companies', 'contacts', 'customers'];
export const isCustomKind = (table: string): table is CustomFieldKind => kinds.includes(table);

const none: readonly CustomField[] = [];

/** The fields that the company has added to a kind of records, in their order; of deals those of a pipeline, where one is told. */
export function useCustomFields(kind: string, pipeline?: string): readonly CustomField[] {
  const enabled = isCustomKind(kind);
  useLiveQuery('custom_field');
  const { data } = useQuery({ ...listCustomFieldsOptions(), enabled });
  return useMemo(
    () =>
      data?.data.filter(
        (field) =>
          field.kind === kind &&
          (!pipeline || field.pipeline_ids.length === 0 || field.pipeline_ids.includes(pipeline)),
      ) ?? none,
    [data, kind, pipeline],
  );
}
