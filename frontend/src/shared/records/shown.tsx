import type { DataColumn } from '@/shared/ui/DataTable';
import { EmailText } from '@/shared/ui/EmailText';
import type { Fact } from '@/shared/ui/FactList';

/** How a text of a record is shown. */
interface Shown {
  format?: (raw: string) => string;
  /** What a click on it among the facts does: write, ring up, open the site. */
  link?: 'mailto:' | 'tel:' | 'site';
  /** Its place in the list; without one it is no column. */
  column?: Pick<DataColumn<never>, 'width' | 'hideBelow'>;
}

/**
 * The texts of a record that are shown as they are written down, said once for its list and its page. Apart from the
 * dictionary of its form, whose library comes only with a form.
 */
export const shownOf =
  <R extends object>() =>
  <S extends { [K in keyof R]?: Shown }>(
    shown: S & { [K in keyof S]: K extends keyof R ? unknown : never },
  ) => {
    const each = Object.entries(shown) as [keyof S & string, Shown][];
    const textOf = (record: R, name: keyof S & string, { format }: Shown) => {
      const raw = record[name as unknown as keyof R] as string | null | undefined;
      return raw ? (format?.(raw) ?? raw) : null;
    };
    return {
      columns: (label: (name: keyof S & string) => string): DataColumn<R>[] =>
        each.flatMap(([name, how]) =>
          how.column
            ? [
                {
                  id: name,
                  header: label(name),
                  ...how.column,
                  cell: (record: R) => <span className="tabular">{textOf(record, name, how)}</span>,
                },
              ]
            : [],
        ),
      facts: (record: R, label: (name: keyof S & string) => string): Fact[] =>
        each.map(([name, how]) => {
          const raw = record[name as unknown as keyof R] as string | null | undefined;
          const text = textOf(record, name, how);
          return { label: label(name), value: raw && how.link ? link(how.link, raw, text ?? raw) : text };
        }),
    };
  };

function link(kind: NonNullable<Shown['link']>, raw: string, text: string) {
  const className = 'text-accent-ink hover:underline';
  if (kind === 'site') {
    // As people write it: without a scheme it would be a page of ours, with another one not a site.
    const address = /^https?:\/\//i.test(raw) ? raw : `https://${raw}`;
    return (
      <a href={address} target="_blank" rel="noreferrer" className={className}>
        {text}
      </a>
    );
  }
  const href = `${kind}${raw}`;
  if (kind === 'mailto:') return <EmailText address={text} href={href} />;
  return (
    <a href={href} className={className}>
      {text}
    </a>
  );
}
