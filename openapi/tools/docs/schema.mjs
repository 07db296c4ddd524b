// A schema as people read it: one row a field, what is inside of a field folded below it.
import { deref, whole } from '../document.mjs';
import { escapeHtml, markdown } from './html.mjs';

const named = (schema) => schema?.$ref?.split('/').at(-1);
const kinds = (schema) => [schema?.type ?? []].flat().filter((type) => type !== 'null');

function merged(document, schema) {
  const target = deref(document, schema) ?? {};
  const parts = target.allOf ?? target.oneOf ?? target.anyOf;
  if (target.allOf) return whole(document, target);
  // Something or null is something that may be null.
  const real = parts?.filter((part) => deref(document, part).type !== 'null');
  return real?.length === 1
    ? { ...merged(document, real[0]), nullable: true, named: named(real[0]) }
    : target;
}

function typeOf(document, schema) {
  const target = merged(document, schema);
  const type = kinds(target);
  if (type.includes('array')) return `array of ${typeOf(document, target.items ?? {})}`;
  const word = target.format ?? target.contentMediaType ?? type.join(' or ');
  const nullable = target.nullable || [target.type ?? []].flat().includes('null');
  return `${word || 'object'}${nullable ? ' or null' : ''}`;
}

function rules(target) {
  const said = [];
  const say = (name, value) => value !== undefined && said.push(`${name} ${value}`);
  say('at least', target.minimum);
  say('at most', target.maximum);
  if (target.minLength !== undefined || target.maxLength !== undefined)
    said.push(`${target.minLength ?? 0} to ${target.maxLength ?? 'any number of'} characters`);
  if (target.minItems !== undefined || target.maxItems !== undefined)
    said.push(`${target.minItems ?? 0} to ${target.maxItems ?? 'any number of'} items`);
  say('pattern', target.pattern);
  say('default', target.default === undefined ? undefined : JSON.stringify(target.default));
  return said;
}

const values = (target) => target.enum ?? target['x-extensible-enum'];

/** @param seen names of the schemas above, so that a circle ends */
export function fields(document, schema, seen = []) {
  const target = merged(document, schema);
  const properties = Object.entries(target.properties ?? {});
  if (properties.length === 0) return '';
  return `<ul class="fields">${properties.map(([name, property]) => field(document, name, property, (target.required ?? []).includes(name), seen)).join('')}</ul>`;
}

export function field(document, name, property, required, seen = [], where = '') {
  const target = {
    ...merged(document, property),
    ...(property.description ? { description: property.description } : {}),
  };
  const items = kinds(target).includes('array') ? merged(document, target.items ?? {}) : undefined;
  const inner = items?.properties ? target.items : target.properties ? property : undefined;
  const key = named(inner) ?? (inner && target.named) ?? (items && named(target.items));
  const circle = key && seen.includes(key);
  const allowed = values(target) ?? (items && values(items));
  const said = rules(target);
  return `<li><div class="field"><code class="name">${escapeHtml(name)}</code> <span class="type">${escapeHtml(typeOf(document, property))}</span>${
    where ? ` <span class="where">${escapeHtml(where)}</span>` : ''
  }${required ? ' <span class="required">required</span>' : ''}</div>${
    target.description ? `<div class="said">${markdown(String(target.description))}</div>` : ''
  }${allowed ? `<div class="values">${allowed.map((value) => `<code>${escapeHtml(value)}</code>`).join(' ')}${target['x-extensible-enum'] ? ' <span>or values that come later</span>' : ''}</div>` : ''}${
    said.length ? `<div class="rules">${escapeHtml(said.join(' · '))}</div>` : ''
  }${
    inner && !circle
      ? `<details><summary>Fields of ${escapeHtml(name)}</summary>${fields(document, inner, key ? [...seen, key] : seen)}</details>`
      : ''
  }</li>`;
}
