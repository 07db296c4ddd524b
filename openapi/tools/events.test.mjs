import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CORE_SCHEMA, load } from 'js-yaml';
import { catalogue, complaintsOfEvents } from './events.mjs';

const read = () =>
  load(readFileSync(new URL('../events.yaml', import.meta.url), 'utf8'), { schema: CORE_SCHEMA });

test('the catalogue is right', () => {
  assert.deepEqual(complaintsOfEvents(read()), []);
});

test('every example carries the envelope and its data', () => {
  for (const [type, { example, schema }] of Object.entries(catalogue(read()).events)) {
    assert.equal(example.type, type);
    assert.deepEqual(Object.keys(example.data).sort(), [...schema.properties.data.required].sort());
  }
});

for (const [name, spoil, complaint] of [
  [
    'a text of people',
    (e) => {
      e.data.reason = { type: 'string', example: 'too dear' };
    },
    /what people have typed/,
  ],
  [
    'a list of texts',
    (e) => {
      e.data.tags = { type: 'array', items: { type: 'string' }, example: ['a'] };
    },
    /what people have typed/,
  ],
  [
    'a missing example',
    (e) => {
      delete e.data.amount_cents.example;
    },
    /needs an example/,
  ],
  [
    'an example that does not fit',
    (e) => {
      e.data.lost_on.example = 'yesterday';
    },
    /must match format/,
  ],
  [
    'a record that is not that of the type',
    (e) => {
      e.record = 'invoice';
    },
    /named in its type/,
  ],
  [
    'no version',
    (e) => {
      delete e.version;
    },
    /needs a version/,
  ],
]) {
  test(`${name} is refused`, () => {
    const source = read();
    spoil(source.events['deal.lost']);
    assert.match(complaintsOfEvents(source).join('\n'), complaint);
  });
}
