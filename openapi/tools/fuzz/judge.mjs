// Whether an answer is one that the contract promises.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { deref, whole } from '../document.mjs';

/** What any request may meet before an operation sees it; `default` stands for these and no other. */
const BY_DEFAULT = [404, 405, 406, 413, 414, 415, 429];
/** Under load of other processes too; a statement without a limit takes far longer. */
const SLOW_MILLISECONDS = 10_000;

const UNSEEN_AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

export function judge(document) {
  const ajv = new Ajv({
    strict: false,
    multipleOfPrecision: 6,
    formats: { binary: true, password: true, int32: true, int64: true },
  });
  addFormats(ajv, ['date', 'date-time', 'uuid', 'email', 'uri', 'uri-reference']);
  ajv.addSchema({ $id: 'contract', components: { schemas: document.components.schemas } });
  const compiled = new Map();
  const check = (schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"contract#/components');
    if (!compiled.has(text)) compiled.set(text, ajv.compile(JSON.parse(text)));
    return compiled.get(text);
  };
  const problem = check({ $ref: '#/components/schemas/Problem' });

  const types = (schema) => [deref(document, schema).type ?? []].flat();

  /** As the server reads it: around a form that may have blanks around it, it takes off whatever nobody sees. */
  const read = (schema, value) => {
    const { pattern, items, properties = {} } = whole(document, schema) ?? {};
    if (typeof value === 'string')
      return /^\^\\s\*.*\\s\*\$$/.test(pattern) ? value.replace(UNSEEN_AROUND, '') : value;
    if (Array.isArray(value)) return items ? value.map((each) => read(items, each)) : value;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        Object.hasOwn(properties, name) ? read(properties[name], each) : each,
      ]),
    );
  };

  /** Complaints about the answer to a request that was odd in this way. */
  return function complaints(operation, given, answer, way) {
    const found = [];
    const { status, type, body } = answer;
    if (status >= 500) found.push(`server error ${status}`);
    if (answer.milliseconds > SLOW_MILLISECONDS) found.push(`took ${Math.round(answer.milliseconds)} ms`);
    if (!answer.headers['x-request-id']) found.push(`${status} without X-Request-Id`);
    const declared = deref(document, operation.responses[status]);
    const byDefault = BY_DEFAULT.includes(status) && (status !== 404 || way === 'path');
    // A path that cannot be read (400) belongs to no operation.
    if (
      !declared &&
      !byDefault &&
      !(way === 'path' && status === 400) &&
      !(way === 'query' && status === 400 && type === 'application/problem+json')
    ) {
      found.push(`${status} is not declared`);
    }
    if (status >= 400) {
      if (type !== 'application/problem+json')
        return [...found, `${status} is ${type || 'nothing'}, not a problem`];
      const parsed = parse(body);
      if (!problem(parsed))
        found.push(`${status}: ${ajv.errorsText(problem.errors, { dataVar: 'problem' })}`);
      else if (parsed.status !== status) found.push(`${status} says status ${parsed.status}`);
      if (/dev\.pulso|java\.|Exception|hibernate|select /.test(body))
        found.push(`${status} tells of the inside`);
      return found;
    }
    const media = declared?.content?.[type];
    if (declared?.content && !media)
      found.push(`${status} is ${type || 'nothing'}, not ${Object.keys(declared.content)}`);
    if (media && /json/.test(type)) {
      const valid = check(media.schema);
      if (!valid(parse(body)))
        found.push(`${status}: ${ajv.errorsText(valid.errors, { dataVar: 'answer' })}`);
    }
    if (status === 204 && body) found.push('204 with a body');
    for (const { schema, name, value } of given.sent) {
      if (value === null || value === '' || typeof value === 'object') continue;
      // A query is text: what it stands for decides.
      const text = String(value);
      const meant = types(schema).includes('integer') && /^-?\d+$/.test(text) ? Number(text) : text;
      if (types(schema).includes('boolean')) continue;
      if (!check(schema)(meant)) {
        found.push(`${status} although ${name}${ajv.errorsText(check(schema).errors, { dataVar: '' })}`);
      }
    }
    const nothing = given.value === null && !operation.requestBody?.required;
    if (
      given.schema &&
      !nothing &&
      given.headers['Content-Type'] === undefined &&
      !check(given.schema)(read(given.schema, wellFormed(given.value)))
    ) {
      found.push(`${status} although ${ajv.errorsText(check(given.schema).errors, { dataVar: 'the body' })}`);
    }
    return found;
  };
}

/** As it arrives: JSON writes no -0 and no lone half of a character. */
const wellFormed = (value) => JSON.parse(JSON.stringify(value));

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
