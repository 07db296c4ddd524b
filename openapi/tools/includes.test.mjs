import assert from 'node:assert/strict';
import { test } from 'node:test';
import { includes } from './includes.mjs';

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema) => ({ 200: { content: { 'application/json': { schema } } } });
const made = (include = { id: 'owner_id', of: 'users' }) =>
  includes({
    paths: {
      '/things': { get: { 'x-permission': 'a.things:read', responses: answer(ref('ThingPage')) } },
      '/things/{id}': {
        get: { 'x-permission': 'a.things:read', responses: answer(ref('Thing')) },
        patch: { 'x-permission': 'a.things:write', responses: answer(ref('Thing')) },
      },
      '/others': { get: { 'x-permission': 'a.others:read', responses: answer(ref('Other')) } },
      '/login': { post: { 'x-permission': 'public', responses: answer(ref('Thing')) } },
    },
    components: {
      schemas: {
        ThingSummary: {
          type: 'object',
          properties: { id: {}, owner_id: {}, owner: { 'x-include': include } },
        },
        Thing: { allOf: [ref('ThingSummary'), { type: 'object', properties: { notes: {} } }] },
        ThingPage: {
          type: 'object',
          properties: { data: { type: 'array', items: ref('ThingSummary') }, removed: { type: 'array' } },
        },
        Other: { type: 'object', properties: { id: {} } },
      },
    },
  });
const include = (operation) => operation.parameters?.find(({ name }) => name === 'include');

test('whatever answers a record with references takes include, a list also what has left', () => {
  const { paths } = made();
  assert.deepEqual(include(paths['/things'].get).schema.items.enum, ['owner', 'removed']);
  assert.deepEqual(include(paths['/things/{id}'].get).schema.items.enum, ['owner']);
  assert.deepEqual(include(paths['/things/{id}'].patch).schema.items.enum, ['owner']);
  assert.equal(include(paths['/others'].get), undefined);
  assert.equal(include(paths['/login'].post), undefined);
});

test('a reference is an optional object, and our server is told where they stand', () => {
  const { schemas } = made().components;
  assert.equal(schemas.ThingSummary.properties.owner.$ref, '#/components/schemas/NamedRecord');
  assert.ok(schemas.ThingSummary.properties.owner['x-absent']);
  assert.deepEqual(schemas.ThingSummary['x-refers'], [{ property: 'owner', id: 'owner_id', of: 'users' }]);
  assert.deepEqual(schemas.ThingPage['x-holds'], [{ property: 'data' }]);
  assert.equal(schemas.Other['x-holds'], undefined);
});

test('a reference without its id is refused', () => {
  assert.throws(() => made({ id: 'maker_id', of: 'users' }), /owner: there is no maker_id beside it/);
});
