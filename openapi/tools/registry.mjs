// The registry of problems and violations (problems.yaml): put into the contract, and written down for Java, the web app and /docs.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { deref, operations, whole } from './document.mjs';

const openapi = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Where a problem's `type` leads: the page of this very installation. */
export const TYPE = '/docs/problems/';
/** What any request may meet; said once, by `default`, and not at each operation. */
export const ANYWHERE = [
  'origin_not_allowed',
  'method_not_allowed',
  'not_acceptable',
  'too_large',
  'uri_too_long',
  'unsupported_media_type',
  'too_many_requests',
  'unexpected',
  'busy',
];
/** What follows from a declared status. */
const BY_STATUS = {
  400: ['invalid', 'malformed'],
  401: ['unauthorized'],
  403: ['forbidden'],
  404: ['not_found'],
  412: ['stale'],
  413: ['too_large'],
  428: ['version_required'],
  429: ['too_many_requests'],
};

export const registry = () =>
  load(readFileSync(join(openapi, 'problems.yaml'), 'utf8'), { schema: CORE_SCHEMA });

/** Each operation names all types it can answer; the schemas name all there are. */
/** Whether the body gives the record the key of another system, which another record may have. */
function takesKey(document, operation) {
  const schema = deref(document, operation.requestBody)?.content?.['application/json']?.schema;
  return !!schema && Object.hasOwn(whole(document, schema).properties ?? {}, 'external_id');
}

export function withProblems(document, { problems, violations }) {
  for (const { path, method } of operations(document)) {
    const operation = document.paths[path][method];
    const given = [...(document.paths[path].parameters ?? []), ...(operation.parameters ?? [])];
    const keyed =
      given.some((each) => each.$ref?.endsWith('/IdempotencyKey')) && !operation['x-idempotency']?.safe;
    const guarded = given.some((each) => each.$ref?.endsWith('/IfMatch'));
    const own = operation['x-problems'] ?? [];
    const types = [
      ...Object.keys(operation.responses).flatMap((status) => BY_STATUS[status] ?? []),
      ...(keyed ? ['idempotency_running', 'idempotency_key_reused'] : []),
      ...((guarded || method !== 'get') && operation.responses[409] ? ['changed_meanwhile'] : []),
      ...(operation.responses[409] && takesKey(document, operation) ? ['duplicate'] : []),
      ...own,
    ];
    const order = Object.keys(problems);
    operation['x-problems'] = [...new Set(types)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    if (own.length) {
      const told = own.map((type) => `\`${type}\` (${problems[type]?.status})`);
      operation.description = `${operation.description}\n\nProblems of its own: ${told.join(', ')}.`;
    }
  }
  const { Problem, Violation } = document.components.schemas;
  Problem.properties.type['x-extensible-enum'] = Object.keys(problems).map((type) => TYPE + type);
  Violation.properties.code['x-extensible-enum'] = Object.keys(violations);
  document['x-problems'] = problems;
  document['x-violations'] = violations;
  return document;
}

/** Complaints: names, and operations that speak of statuses without a type or of types without a status. */
export function problemComplaints(document) {
  const { 'x-problems': problems = {}, 'x-violations': violations = {} } = document;
  const found = [...Object.keys(problems), ...Object.keys(violations)]
    .filter((name) => !SNAKE.test(name))
    .map((name) => `problems.yaml: ${name} is not snake_case`);
  for (const [type, { status, title, meaning, remedy }] of Object.entries(problems)) {
    if (!status || !title || !meaning || !remedy)
      found.push(`problems.yaml: ${type} needs status, title, meaning and remedy`);
  }
  for (const operation of operations(document)) {
    const say = (what) => found.push(`${operation.operationId}: ${what}`);
    const types = operation['x-problems'] ?? [];
    for (const type of types) {
      const status = problems[type]?.status;
      if (!status) say(`x-problems names ${type}, which problems.yaml does not know`);
      else if (!operation.responses[status] && !ANYWHERE.includes(type))
        say(`x-problems names ${type}, but ${status} is not declared`);
    }
    for (const status of Object.keys(operation.responses).filter((code) => /^4/.test(code))) {
      if (!types.some((type) => problems[type]?.status === Number(status)))
        say(`declares ${status}, but x-problems names no type for it`);
    }
    if (operation.responses[404] && !operation.path.includes('{'))
      say('declares 404, but its path names no record; an unknown id in a body is 400');
  }
  return found;
}

const constant = (name) => name.toUpperCase();
const text = (value) => JSON.stringify(value);

function java({ problems, violations }) {
  const kinds = Object.entries(problems).map(
    ([name, { status, title }]) => `    ${constant(name)}("${name}", ${status}, ${text(title)})`,
  );
  const codes = Object.keys(violations).map((name) => `    ${constant(name)}("${name}")`);
  const lookup = (type) => `
    /** @throws IllegalArgumentException when the registry has no such name */
    public static ${type} of(String code) {
        ${type} known = BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException(code + " is not in openapi/problems.yaml");
        }
        return known;
    }`;
  const byCode = (type) => `    private static final Map<String, ${type}> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(${type}::code, Function.identity()));`;
  const head = `package dev.pulso.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
`;
  return {
    'ProblemType.java': `${head}
/** Every kind of problem the API answers. Made by openapi/tools from openapi/problems.yaml. */
public enum ProblemType {
${kinds.join(',\n')};

${byCode('ProblemType')}

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The stable name: the last part of the problem's type. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
${lookup('ProblemType')}
}
`,
    'ViolationCode.java': `${head}
/** Every rule that a field can break. Made by openapi/tools from openapi/problems.yaml. */
public enum ViolationCode {
${codes.join(',\n')};

${byCode('ViolationCode')}

    private final String code;

    ViolationCode(String code) {
        this.code = code;
    }

    /** The stable name. */
    public String code() {
        return code;
    }
${lookup('ViolationCode')}
}
`,
  };
}

/** What is written down for others: path from the root of the project, and text. */
export function registryFiles(found) {
  const kernel = 'backend/src/main/java/dev/pulso/kernel';
  return {
    ...Object.fromEntries(Object.entries(java(found)).map(([name, source]) => [`${kernel}/${name}`, source])),
    'openapi/dist/problems.json': `${JSON.stringify(found, null, 2)}\n`,
  };
}

/** The names for the web app. */
export function typescript({ problems, violations }) {
  const list = (name, what, from) =>
    `/** ${what} */\nexport const ${name} = [\n${Object.keys(from)
      .map((each) => `  '${each}',\n`)
      .join('')}] as const;`;
  return `${list('problemTypes', 'Every kind of problem the API answers.', problems)}
export type ProblemType = (typeof problemTypes)[number];

${list('violationCodes', 'Every rule that a field can break.', violations)}
export type ViolationCode = (typeof violationCodes)[number];
`;
}
