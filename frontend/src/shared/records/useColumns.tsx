import type { ReactNode } from 'react';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import type { DataColumn } from '@/shared/ui/DataTable';

type More<R> = Omit<Partial<DataColumn<R>>, 'id' | 'cell' | 'sort'> & {
  /** The server sorts by the field itself. */
  sort?: true;
  /** What the eye goes to first. */
  strong?: true;
};

/**
 * Columns of a list by the name that the API has for the field and the kind of what stands in it: `columns.phone('phone')`.
 * The header is the label of the field, as in forms and facts.
 */
export function useColumns<R extends object>(label: (field: never) => string) {
  const format = useFormat();
  type Name = keyof R & string;
  /** One that draws something of its own. */
  const of = (
    name: Name,
    cell: (row: R) => ReactNode,
    { sort, strong, ...more }: More<R> = {},
  ): DataColumn<R> => ({
    id: name,
    header: more.header ?? label(name as never),
    cell: strong ? (row) => <span className="text-ink">{cell(row)}</span> : cell,
    ...(sort && { sort: name }),
    ...more,
  });
  /** A value that may be missing, in figures that stand below each other. */
  const figures = (show: (raw: string, row: R) => string) => (name: Name, more?: More<R>) =>
    of(
      name,
      (row) => {
        const raw = row[name] as unknown;
        return raw === null || raw === undefined ? null : (
          <span className="tabular">{show(String(raw), row)}</span>
        );
      },
      more,
    );
  return {
    of,
    text: (name: Name, more?: More<R>) => of(name, (row) => row[name] as ReactNode, more),
    taxId: figures(formatTaxId),
    phone: figures(formatPhone),
    date: figures(format.date),
    /** The day of an instant. */
    day: figures((instant) => format.date(format.day(instant))),
    /** Cents of the record's currency. */
    money: (name: Name, more?: More<R>) =>
      figures((cents, row) => format.money(Number(cents), (row as { currency?: string }).currency))(name, {
        align: 'right',
        ...more,
      }),
  };
}
