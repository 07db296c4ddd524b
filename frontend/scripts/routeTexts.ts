/** The namespaces that a route says its page needs: `loader: texts('crm', 'fields')`, or `loadTexts([...])` within one. */
export function declaredTexts(source: string): string[] {
  const declared = /\b(?:texts|loadTexts)\(([^)]*)\)/.exec(source)?.[1] ?? '';
  return [...declared.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');
}
