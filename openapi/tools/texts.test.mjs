import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONE_LINE, texts } from './texts.mjs';

const text = (maxLength, more) => ({ type: 'string', maxLength, ...more });
const body = (properties) => {
  const schema = { type: 'object', properties };
  texts({
    paths: {
      '/x': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } },
    },
  });
  return schema.properties;
};
const fits = (schema, value) => new RegExp(schema.pattern, 'u').test(value);

test('a name is one line, wherever it stands; notes may have several', () => {
  const made = body({
    name: text(200),
    tags: { type: 'array', items: text(50) },
    stages: { type: 'array', items: { type: 'object', properties: { name: text(100) } } },
    notes: text(5000),
  });
  assert.equal(made.name.pattern, ONE_LINE);
  assert.equal(made.tags.items.pattern, ONE_LINE);
  assert.equal(made.stages.items.properties.name.pattern, ONE_LINE);
  assert.equal(made.notes.pattern, undefined);
  for (const good of ['', 'Ação 🚀', 'a\u00a0b']) assert.ok(fits(made.name, good), good);
  for (const bad of ['a\r\nb', 'a\nb', '\tb', 'a\u0000', 'a\u0085b', 'a\u2028b'])
    assert.ok(!fits(made.name, bad));
});

test('what has a form of its own keeps it', () => {
  const made = body({
    code: text(20, { pattern: '^[a-z]+$' }),
    kind: text(20, { enum: ['a'] }),
    day: text(20, { format: 'date' }),
  });
  assert.equal(made.code.pattern, '^[a-z]+$');
  assert.equal(made.kind.pattern, undefined);
  assert.equal(made.day.pattern, undefined);
});

test('addresses, telephone numbers and documents have the form that is read', () => {
  const made = body({ email: text(254), phone: text(40), tax_id: text(20), website: text(255) });
  for (const good of ['', ' ana@empresa.com.br ', "o'b+x@a-b.co", 'joão@bücher.example'])
    assert.ok(fits(made.email, good), good);
  for (const bad of ['ana', 'ana@', '@x.com', 'a b@x.com', 'ana@x', 'a@b@c.com'])
    assert.ok(!fits(made.email, bad), bad);
  for (const good of ['', '(11) 98765-4321', '+44 (0)20 7946 0958', '0800 123 4567'])
    assert.ok(fits(made.phone, good), good);
  for (const bad of ['eleven', '11 98765-4321 / 11 3333-4444', '1+1']) assert.ok(!fits(made.phone, bad), bad);
  for (const good of ['529.982.247-25', '12.ABC.345/01DE-35', '']) assert.ok(fits(made.tax_id, good), good);
  for (const bad of ['529_982', 'ç']) assert.ok(!fits(made.tax_id, bad), bad);
  for (const good of ['', 'acme.com.br', 'https://acme.com.br:8443/loja?x=1#y', 'HTTP://ACME.COM'])
    assert.ok(fits(made.website, good), good);
  for (const bad of [
    'javascript:alert(1)',
    'javascript://a.b/%0aalert(1)',
    'data:text/html,x',
    'ftp://a.b',
    '//a.b',
    'acme',
    'https://a b.c',
    'https://u@a.b',
  ])
    assert.ok(!fits(made.website, bad), bad);
});
