import type { DuplicateKind } from '@/shared/api/gen';

/** Apart from the page: the address is read before that is there. */
export const duplicateKinds = [
  'lead',
  'contact',
  'company',
  'customer',
] as const satisfies readonly DuplicateKind[];

export interface DuplicatesSearch {
  kind?: DuplicateKind;
  dismissed?: true;
}
