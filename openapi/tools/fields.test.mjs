import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fields } from './fields.mjs';

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const made = () =>
  fields({
    components: {
      schemas: {
        ThingFields: {
          type: 'object',
          'x-fields': true,
          properties: { name: { type: 'string' }, size: { type: 'integer' } },
        },
        ThingSummary: {
          description: 'A row.',
          allOf: [
            ref('ThingFields'),
            {
              type: 'object',
              required: ['id', 'name'],
              properties: { id: { type: 'string' }, version: { type: 'integer' } },
            },
          ],
        },
        Thing: {
          description: 'A thing.',
          allOf: [ref('ThingSummary'), { type: 'object', properties: { notes: { type: 'string' } } }],
        },
        ThingPatch: {
          description: 'Changes.',
          allOf: [ref('ThingFields'), { type: 'object', properties: { notes: { type: 'string' } } }],
        },
      },
    },
  }).components.schemas;

test('the fields stand in every schema that has them, and nowhere else', () => {
  const schemas = made();
  assert.deepEqual(Object.keys(schemas), ['ThingSummary', 'Thing', 'ThingPatch']);
  assert.deepEqual(Object.keys(schemas.ThingSummary.properties), ['id', 'name', 'size', 'version']);
  assert.deepEqual(Object.keys(schemas.ThingPatch.properties), ['name', 'size', 'notes']);
  assert.equal(schemas.ThingSummary.type, 'object');
  assert.equal(schemas.ThingSummary.description, 'A row.');
  assert.equal(schemas.ThingSummary.allOf, undefined);
});

test("what is required is each schema's own; a record still extends its row", () => {
  const schemas = made();
  assert.deepEqual(schemas.ThingSummary.required, ['id', 'name']);
  assert.equal(schemas.ThingPatch.required, undefined);
  assert.deepEqual(schemas.Thing.allOf[0], ref('ThingSummary'));
});

test('a property of one schema is not that of another', () => {
  const schemas = made();
  schemas.ThingPatch.properties.name.description = 'changed';
  assert.equal(schemas.ThingSummary.properties.name.description, undefined);
});
