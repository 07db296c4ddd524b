import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeOf, type ResourceKind, resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';

export interface RecordLinkProps {
  kind: ResourceKind;
  id: string;
  /** What the address says besides: the list that it is opened beside. */
  search?: object;
  /** As the words around it, or as the way on that it is. */
  accent?: boolean;
  children: ReactNode;
}

/** The way to another record; its words alone for a role that may not open it. */
export function RecordLink({ kind, id, search, accent, children }: RecordLinkProps) {
  const may = useCan()(resourceOf(kind).read);
  if (!may) return children;
  const place = placeOf(kind, id);
  return (
    <Link
      {...({ ...place, search: { ...place.search, ...search } } as LinkProps)}
      className={accent ? 'text-accent-ink hover:underline' : 'hover:text-accent-ink hover:underline'}
    >
      {children}
    </Link>
  );
}
