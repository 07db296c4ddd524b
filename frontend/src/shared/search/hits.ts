import { Banknote, type LucideIcon } from 'lucide-react';
import type { SearchHit, SearchKind } from '@/shared/api/gen';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';
import type { Format } from '@/shared/format/useFormat';
import type { Place } from '@/shared/lib/useHref';
import { placeOf, type Resource, type ResourceKind, resourceOf } from '@/shared/resources';
import { invoiceNumber } from '@/shared/states/states';

/** How the hits of a kind are called and drawn, and where one is opened. */
interface HitKind {
  icon: LucideIcon;
  /** Of `shell.nav`. */
  text: Resource['text'] | 'payments';
  at: (hit: SearchHit) => Place;
}

const like = (kind: ResourceKind): HitKind => ({
  icon: resourceOf(kind).icon,
  text: resourceOf(kind).text,
  at: (hit) => placeOf(kind, hit.id),
});

/** A kind that is new in the contract is a line here, and does not compile without it. */
const kinds: Record<SearchKind, HitKind> = {
  customer: like('customer'),
  deal: {
    ...like('deal'),
    at: (hit) => ({ to: '/pipeline', search: { pipeline: hit.parent_id ?? undefined, deal: hit.id } }),
  },
  lead: like('lead'),
  contract: like('contract'),
  invoice: like('invoice'),
  payment: { icon: Banknote, text: 'payments', at: (hit) => placeOf('invoice', hit.parent_id ?? hit.id) },
  company: like('company'),
  contact: like('contact'),
  activity: like('activity'),
};

/** Nothing of a kind that this version of the app does not know. */
export const hitKind = (kind: SearchKind): HitKind | undefined => kinds[kind];

/** Documents and telephone numbers as people write them; everything else as it is. */
export function shownText(text: string): string {
  if (/^\+\d+$/.test(text)) return formatPhone(text);
  return /^[0-9A-Z]{12}\d\d$|^\d{11}$/.test(text) ? formatTaxId(text) : text;
}

/** @param draft what an invoice without a number is called */
export function titleOf(hit: SearchHit, draft: string): string {
  if (hit.kind !== 'invoice') return hit.title ?? '';
  return hit.title === null ? draft : invoiceNumber(Number(hit.title));
}

/** What tells it from others of its title, in one line. */
export function detailOf(hit: SearchHit, format: Format): string {
  const amount = hit.amount_cents === null ? null : format.money(hit.amount_cents, hit.currency ?? undefined);
  return [hit.detail && shownText(hit.detail), amount].filter(Boolean).join(' · ');
}
