import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { breaks } from './compatibility.mjs';

const contract = () => JSON.parse(readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8'));
const customers = (document) => document.paths['/api/customers'];
const schema = (document, name) => document.components.schemas[name];

test('a contract keeps itself', () => {
  assert.deepEqual(breaks(contract(), contract()), []);
});

/** What is changed, and what the client of the published contract meets. */
const broken = {
  'GET /api/customers is gone': (document) => delete customers(document).get,
  'GET /api/customers: takes no query parameter q any more': (document) => {
    customers(document).get.parameters = customers(document).get.parameters.filter(
      (each) => !each.$ref?.endsWith('/Query'),
    );
  },
  'POST /api/customers: the body.city is required now': (document) => {
    schema(document, 'CustomerCreate').properties.city = { type: 'string' };
    schema(document, 'CustomerCreate').required.push('city');
  },
  'POST /api/customers: the body.name has a narrower maxLength: 3': (document) => {
    schema(document, 'CustomerCreate').properties.name.maxLength = 3;
  },
  'POST /api/auth/login: the answer.access_token is gone': (document) =>
    delete schema(document, 'Session').properties.access_token,
  'GET /api/customers: wants customers:all instead of customers.customers:read': (document) => {
    customers(document).get['x-permission'] = 'customers:all';
  },
  'POST /api/customers: does not answer 201 any more': (document) => {
    customers(document).post.responses[200] = customers(document).post.responses[201];
    delete customers(document).post.responses[201];
  },
  'the problem type over_payment is gone': (document) => delete document['x-problems'].over_payment,
};
for (const [what, change] of Object.entries(broken)) {
  test(`told: ${what}`, () => {
    const present = contract();
    change(present);
    assert.ok(breaks(contract(), present).includes(what), breaks(contract(), present).join('\n'));
  });
}

test('what is added breaks nobody', () => {
  const present = contract();
  schema(present, 'CustomerCreate').properties.city = { type: 'string' };
  schema(present, 'Session').properties.region = { type: 'string' };
  schema(present, 'CustomerCreate').properties.name.maxLength = 900;
  customers(present).get.parameters.push({ name: 'city', in: 'query', schema: { type: 'string' } });
  present.paths['/api/cities'] = { get: customers(present).get };
  present['x-problems'].no_city = { status: 409, title: 'x' };
  assert.deepEqual(breaks(contract(), present), []);
});

test('what was deprecated may go once its day has come, and not before', () => {
  const published = contract();
  Object.assign(customers(published).get, { deprecated: true, 'x-sunset': '2027-06-30' });
  const present = contract();
  delete customers(present).get;
  assert.deepEqual(breaks(published, present, '2027-06-30'), []);
  assert.deepEqual(breaks(published, present, '2027-06-29'), ['GET /api/customers is gone']);
});

test('a filter that took one value may take several: one is sent as before', () => {
  const before = contract();
  const status = before.paths['/api/invoices'].get.parameters.find(({ name }) => name === 'status');
  status.schema = status.schema.items;
  delete status.explode;
  assert.deepEqual(breaks(before, contract()), []);
  assert.notDeepEqual(breaks(contract(), before), []);
});
