// The forms of what people type, carried by the schemas of request bodies so that nobody has to write them at each field:
// - a text of up to 255 characters is one line (a name ends up in subjects, headers and logs, where a line break would begin
//   something else); longer ones, such as notes and reasons, may have several;
// - e-mail addresses, telephone numbers, documents and addresses of sites have the form that the server reads. It reads more
//   strictly than a pattern can say (check digits, area codes) and tells what is wrong, so that it leaves these patterns to
//   clients (`x-read`: no bean validation is generated).
import { deref, operations } from './document.mjs';

export const ONE_LINE = '^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*$';
const LONGEST_LINE = 255;

const LABEL = '[A-Za-z0-9\\u00A0-\\uFFFF-]+';
const FORMS = {
  email: `^\\s*(?:[A-Za-z0-9\\u00A0-\\uFFFF!#$%&'*+/=?^_\\x60{|}~.-]+@(?:${LABEL}\\.)+${LABEL})?\\s*$`,
  phone: '^\\s*[ ().\\u00A0\\u2010\\u2011\\u2013-]*\\+?[0-9 ().\\u00A0\\u2010\\u2011\\u2013-]*\\s*$',
  tax_id: '^\\s*[0-9A-Za-z./ \\u00A0-]*\\s*$',
  website:
    '^\\s*(?:(?:[Hh][Tt][Tt][Pp][Ss]?://)?[^\\s/:?#@]+\\.[^\\s/:?#@]+(?::[0-9]{1,5})?(?:[/?#]\\S*)?)?\\s*$',
};

/** Every schema that a body is made of, with the name of the property that it describes. */
function walk(document, schema, name, visit, seen) {
  const found = deref(document, schema);
  if (!found || seen.has(found)) return;
  seen.add(found);
  visit(found, name);
  for (const part of [...(found.allOf ?? []), ...(found.oneOf ?? []), ...(found.anyOf ?? [])])
    walk(document, part, name, visit, seen);
  if (found.items) walk(document, found.items, name, visit, seen);
  for (const [property, inner] of Object.entries(found.properties ?? {}))
    walk(document, inner, property, visit, seen);
}

export function texts(document) {
  const seen = new Set();
  for (const operation of operations(document)) {
    const body = deref(document, operation.requestBody)?.content?.['application/json'];
    if (body) walk(document, body.schema, '', form, seen);
  }
  return document;
}

function form(schema, name) {
  const isText = [schema.type].flat().includes('string') && !schema.enum && !schema.pattern;
  if (!isText || (schema.format && schema.format !== 'email')) return;
  if (Object.hasOwn(FORMS, name)) {
    schema.pattern = FORMS[name];
    schema['x-read'] = true;
  } else if ((schema.maxLength ?? Number.POSITIVE_INFINITY) <= LONGEST_LINE) schema.pattern = ONE_LINE;
}
