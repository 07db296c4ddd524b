import type { BulkAction, BulkActionType, BulkCreate, BulkJob } from '@/shared/api/gen';

type Param = Exclude<keyof BulkAction, 'type'>;

/** What can be done with many rows of a list at once, and what it asks for before. */
export interface BulkUse {
  type: BulkActionType;
  param?: Param;
  as?: 'user' | 'choice' | 'text' | 'tags' | 'company' | 'custom';
  options?: readonly { value: string; label: string }[];
  /** Of fields that the company has added: to which records. */
  of?: string;
  /** Nothing is a value as well: it takes away what was there. */
  empty?: true;
}

export interface Bulk {
  actions: readonly BulkUse[];
  send: (options: { body: BulkCreate; throwOnError: true }) => Promise<{ data: BulkJob }>;
}

/** What cannot be taken back. */
export const isFinal = ({ type }: Pick<BulkUse, 'type'>) => type === 'delete' || type === 'lose';
