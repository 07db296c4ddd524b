import { zodResolver } from '@hookform/resolvers/zod';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/** A form for the fields of a record, empty or filled with what is known; its rules are made once for a language. */
export function useRecordForm<V extends FieldValues>(
  fields: { empty: V; schema: (t: TFunction) => z.ZodType<V, V> },
  start: Partial<V> = {},
) {
  const { t } = useTranslation();
  const resolver = useMemo(() => zodResolver<V, unknown, V>(fields.schema(t)), [fields, t]);
  return useForm<V, unknown, V>({
    resolver,
    defaultValues: { ...fields.empty, ...start } as DefaultValues<V>,
  });
}
