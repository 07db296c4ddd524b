// The records there are, by kind, so that requests meet some of them.
import { operations } from '../document.mjs';

const SINGULAR = { companies: 'company', users: 'user', runs: 'run' };
/** Fields that name a record of another kind than they are called. */
const KIND = {
  owner: 'user',
  account_manager: 'user',
  actor: 'user',
  crm_deal: 'deal',
  after: 'deal',
  before: 'deal',
};

const singular = (word) => SINGULAR[word] ?? word.replace(/s$/, '');

export function recordPool(document) {
  const ids = new Map();
  const lists = operations(document).filter(({ method, path }) => method === 'get' && !path.includes('{'));

  return {
    /** Reads every list once more. `get` answers a parsed body. */
    async refresh(get) {
      for (const { path } of lists) {
        const page = await get(path);
        if (!Array.isArray(page?.data)) continue;
        const found = page.data.filter((each) => typeof each.id === 'string');
        const last = path.split('/').pop();
        ids.set(
          path,
          found.map((each) => each.id),
        );
        ids.set(singular(last), ids.get(path));
        if (last === 'pipelines')
          ids.set(
            'stage',
            found.flatMap((each) => each.stages.map((stage) => stage.id)),
          );
      }
    },
    /** For a field such as `customer_id`: mostly a record of that kind. */
    id(field, random) {
      const kind = field.replace(/_id$/, '');
      const known = ids.get(KIND[kind] ?? kind) ?? [];
      return known.length && random.chance(0.85) ? random.pick(known) : random.uuid();
    },
    /** For `{id}` in a path: mostly a record of the list it is in. */
    idOf(path, random) {
      const known = ids.get(path.slice(0, path.indexOf('/{id}'))) ?? [];
      return known.length && random.chance(0.9) ? random.pick(known) : random.uuid();
    },
  };
}
