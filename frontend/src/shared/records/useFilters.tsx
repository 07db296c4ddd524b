import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { RecordChip, type RecordChipProps } from '@/shared/pickers/RecordChip';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { DateRangeChip, type DateRangeChipProps } from '@/shared/ui/DateChip';
import type { SelectOption } from '@/shared/ui/Select';

/** A filter above a list: what it keeps in the address, and what is drawn for it. */
export interface Filter<S> {
  names: readonly (keyof S & string)[];
  chip: ReactNode;
}

interface More<S> {
  /** What it is called where that is not what its field is called. */
  label?: string;
  /** `Situação: Todas`, not `Todos`. */
  feminine?: true;
  /** What a choice takes away: a filter that makes no sense beside it. */
  without?: Partial<Record<keyof S, undefined>>;
}

/**
 * The filters of a list by their names in the address, which are those of the API: `filter.choice('status', options)`,
 * `filter.record('customer_id', 'customer')`. Each is called as its field is in forms, facts and columns.
 */
export function useFilters<S extends object>(
  { search, onSearch }: { search: S; onSearch: OnSearch<S> },
  label: (field: never) => string,
) {
  const { t } = useTranslation();
  type Name = keyof S & string;
  const change = (values: Record<string, string | undefined>, more?: More<S>) =>
    onSearch({ ...values, ...more?.without } as Partial<S>);
  const said = (name: Name) => search[name] as string | undefined;
  const words = (name: Name, more: More<S> = {}) => ({
    label: more.label ?? label(name as never),
    allLabel: more.feminine && t('kit.allFeminine'),
  });
  return {
    /** One of a few. */
    choice: (name: Name, options: readonly SelectOption[], more?: More<S>): Filter<S> => ({
      names: [name],
      chip: (
        <FilterChip
          {...words(name, more)}
          value={said(name) ?? ''}
          onChange={(value) => change({ [name]: value || undefined }, more)}
          options={options}
        />
      ),
    }),
    /** What belongs to one record. */
    record: (name: Name, kind: RecordChipProps['kind'], more?: More<S>): Filter<S> => ({
      names: [name],
      chip: (
        <RecordChip
          {...words(name, more)}
          kind={kind}
          value={said(name)}
          onChange={(id) => change({ [name]: id }, more)}
        />
      ),
    }),
    /** Days from one to another, open at either end. */
    days: (
      [from, to]: readonly [Name, Name],
      { presets, ...more }: Pick<DateRangeChipProps, 'presets'> & Required<Pick<More<S>, 'label'>>,
    ): Filter<S> => ({
      names: [from, to],
      chip: (
        <DateRangeChip
          label={more.label}
          value={{ from: said(from), to: said(to) }}
          onChange={(range) => change({ [from]: range.from, [to]: range.to })}
          presets={presets}
        />
      ),
    }),
    /** Set by a link from elsewhere: it says what it narrows to, and can be taken away. */
    link: (names: readonly Name[], text: ReactNode): Filter<S> => ({
      names,
      chip: names.some((name) => search[name] !== undefined) && (
        <Chip onRemove={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
          {text}
        </Chip>
      ),
    }),
  };
}
