// Ways round a bundled contract.
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
  );
}

export function deref(document, node) {
  return node?.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key.replaceAll('~1', '/')], document)
    : node;
}

/** A schema with the parts of its `allOf` in one: what a record's own page adds to its row of a list. */
export function whole(document, schema) {
  const target = deref(document, schema);
  if (!target?.allOf) return target;
  const parts = target.allOf.map((part) => whole(document, part));
  return {
    ...target,
    properties: Object.assign({}, ...parts.map((part) => part.properties), target.properties),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

/** The parameters of an operation, resolved. */
export function parameters(document, operation) {
  return [...(document.paths[operation.path].parameters ?? []), ...(operation.parameters ?? [])].map((each) =>
    deref(document, each),
  );
}

/** The bodies of an operation: what is sent, and what success answers. */
export function bodies(document, operation) {
  const found = [];
  const request = deref(document, operation.requestBody);
  if (request) found.push({ where: 'the request body', content: request.content });
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (status.startsWith('2')) {
      found.push({ where: `the answer ${status}`, content: deref(document, answer).content ?? {} });
    }
  }
  return found;
}
