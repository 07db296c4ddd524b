// One request in the languages that integrators use.
import { bodies, deref, parameters, whole } from '../document.mjs';

const BASE = 'https://app.example.com';
const KEY = 'pulso_live_...';

/** What a sample sends: the example of the contract, with the headers that the operation asks for. */
export function requestOf(document, operation) {
  const given = parameters(document, operation);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => {
    const parameter = given.find((each) => each.in === 'path' && each.name === name);
    return String(
      parameter?.example ??
        parameter?.schema?.example ??
        exampleOf(document, parameter?.schema) ??
        `<${name}>`,
    );
  });
  const headers = {};
  if (operation['x-permission'] !== 'public') headers.Authorization = `Bearer ${KEY}`;
  for (const name of ['Idempotency-Key', 'If-Match']) {
    const parameter = given.find((each) => each.in === 'header' && each.name === name);
    if (!parameter || (name === 'If-Match' && !parameter.required && operation.method !== 'patch')) continue;
    headers[name] = name === 'If-Match' ? '"3"' : 'pedido-4711';
  }
  const content = deref(document, operation.requestBody)?.content ?? {};
  const json = content['application/json'];
  const form = content['multipart/form-data'];
  const body = json && (json.example ?? Object.values(json.examples ?? {})[0]?.value);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return {
    method: operation.method.toUpperCase(),
    url: BASE + path,
    headers,
    body,
    form: form && fields(document, form.schema),
  };
}

function exampleOf(document, schema) {
  return schema && (schema.example ?? deref(document, schema)?.example ?? deref(document, schema)?.enum?.[0]);
}

function fields(document, schema) {
  return Object.entries(whole(document, schema).properties ?? {}).map(([name, property]) => {
    const { format, example, enum: values } = { ...deref(document, property), ...property };
    return { name, file: format === 'binary', value: example ?? values?.[0] ?? '...' };
  });
}

const quoted = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
const pretty = (value) => JSON.stringify(value, null, 2);

const curl = ({ method, url, headers, body, form }) =>
  [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
    ...(form ?? []).map(
      ({ name, file, value }) => `  -F ${quoted(`${name}=${file ? `@${name}.csv` : value}`)}`,
    ),
    ...(body === undefined ? [] : [`  -d ${quoted(pretty(body))}`]),
  ].join(' \\\n');

const javascript = ({ method, url, headers, body, form }) => {
  const lines = [];
  if (form) {
    lines.push('const form = new FormData();');
    for (const { name, file, value } of form)
      lines.push(`form.append('${name}', ${file ? 'file' : `'${String(value)}'`});`);
    lines.push('');
  }
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(Object.keys(headers).length ? [`  headers: ${indent(pretty(headers))},`] : []),
    ...(form
      ? ['  body: form,']
      : body === undefined
        ? []
        : [`  body: JSON.stringify(${indent(pretty(body))}),`]),
  ];
  lines.push(`const answer = await fetch('${url}'${options.length ? `, {\n${options.join('\n')}\n}` : ''});`);
  lines.push('if (!answer.ok) throw await answer.json(); // a problem: type, title, violations');
  return lines.join('\n');
};

const python = ({ method, url, headers, body, form }) => {
  const { 'Content-Type': _, ...sent } = headers;
  const options = [
    ...(Object.keys(sent).length ? [`headers=${indent(pythonValue(sent))}`] : []),
    ...(form
      ? [
          `files={${form
            .filter(({ file }) => file)
            .map(({ name }) => `'${name}': open('${name}.csv', 'rb')`)
            .join(', ')}}`,
        ]
      : []),
    ...(form?.some(({ file }) => !file)
      ? [
          `data=${indent(pythonValue(Object.fromEntries(form.filter(({ file }) => !file).map(({ name, value }) => [name, value]))))}`,
        ]
      : []),
    ...(body === undefined ? [] : [`json=${indent(pythonValue(body))}`]),
  ];
  return [
    'import requests',
    '',
    `answer = requests.${method.toLowerCase()}(\n  ${[`'${url}'`, ...options].join(',\n  ')},\n)`,
    'answer.raise_for_status()  # answer.json() is a problem: type, title, violations',
  ].join('\n');
};

const php = ({ method, url, headers, body, form }) => {
  const options = [
    ...(Object.keys(headers).length ? [`  'headers' => ${indent(phpValue(headers))},`] : []),
    ...(form
      ? [`  'multipart' => ${indent(phpValue(form.map(({ name, value }) => ({ name, contents: value }))))},`]
      : []),
    ...(body === undefined ? [] : [`  'json' => ${indent(phpValue(body))},`]),
  ];
  return [
    '$client = new GuzzleHttp\\Client();',
    `$answer = $client->request('${method}', '${url}'${options.length ? `, [\n${options.join('\n')}\n]` : ''});`,
  ].join('\n');
};

const indent = (text) => text.replaceAll('\n', '\n  ');
const pythonValue = (value) =>
  pretty(value).replace(
    /(: |^\s*|\[\s*)(true|false|null)(?=,?$|,?\s*\]|\n)/gm,
    (_, before, word) => before + { true: 'True', false: 'False', null: 'None' }[word],
  );
function phpValue(value, depth = 0) {
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value);
  const inner = Array.isArray(value)
    ? value.map((each) => phpValue(each, depth + 1))
    : Object.entries(value).map(([key, each]) => `'${key}' => ${phpValue(each, depth + 1)}`);
  if (inner.length === 0) return '[]';
  const pad = '  '.repeat(depth + 1);
  return `[\n${pad}${inner.join(`,\n${pad}`)},\n${'  '.repeat(depth)}]`;
}

/** Name and text of each language. */
export function samples(document, operation) {
  const request = requestOf(document, operation);
  return [
    ['curl', curl(request)],
    ['JavaScript', javascript(request)],
    ['Python', python(request)],
    ['PHP', php(request)],
  ];
}

/** The example of what success answers, as text; undefined when it is no JSON. */
export function answerOf(document, operation) {
  for (const { where, content } of bodies(document, operation)) {
    if (!where.startsWith('the answer')) continue;
    const media = content['application/json'];
    const example = media && (media.example ?? Object.values(media.examples ?? {})[0]?.value);
    if (example !== undefined) return { status: where.slice('the answer '.length), text: pretty(example) };
  }
  return undefined;
}
