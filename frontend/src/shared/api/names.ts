/** A new list each time: nobody writes into that of others. */
const naming = <const Name extends string>(...include: Name[]) => ({ include });

/**
 * Which names of other records the screens show with a record of each kind: `include` of everything that answers one, so that
 * whatever was read or written last says the same.
 */
export const names = {
  deal: naming('company', 'contact', 'owner', 'loss'),
  lead: naming('owner'),
  line: naming('product'),
  goal: naming('owner'),
  closing: naming('deal', 'customer', 'requested_by'),
  contact: naming('company'),
  activity: naming(
    ...(['owner', 'completed_by', 'lead', 'deal', 'company', 'contact', 'customer', 'contract'] as const),
  ),
  contract: naming('customer'),
  user: naming('custom_role', 'team'),
};

/** The request for one record, with the names that go with it. */
export const named = <K extends keyof typeof names>(kind: K, id: string) => ({
  path: { id },
  query: names[kind],
});
