import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { describe } from './describe.mjs';
import { complaints } from './rules.mjs';

const contract = () => JSON.parse(readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8'));
const login = (document) => document.paths['/api/auth/login'].post;
const invoice = (document) => document.components.schemas.Invoice.properties;

test('the contract as it is has nothing to complain of', () => {
  assert.deepEqual(complaints(contract()), []);
});

/** What is taken away or spoilt, and the words of the complaint. */
const spoilt = {
  'status takes one value only': (document) => {
    document.paths['/api/invoices'].get.parameters.find(({ name }) => name === 'status').schema = {
      $ref: '#/components/schemas/InvoiceStatusInput',
    };
  },
  'version in a body': (document) => {
    document.components.schemas.TeamPatch.properties.version = { type: 'integer' };
  },
  'nothing in its body is needed': (document) => {
    document.paths['/api/crm/deals/{id}/win'].post.requestBody.required = true;
  },
  'createApiKey: no key has this permission': (document) => {
    delete document.paths['/api/tenant/api-keys'].post['x-people'];
  },
  'needs a summary': (document) => delete login(document).summary,
  'needs a description': (document) => delete login(document).description,
  'needs x-permission': (document) => delete login(document)['x-permission'],
  'the request body (application/json) needs an example': (document) =>
    delete login(document).requestBody.content['application/json'].example,
  'the answer 200 (application/json) needs an example': (document) =>
    delete login(document).responses[200].content['application/json'].example,
  'declares no 400': (document) => delete login(document).responses[400],
  'declares no 404': (document) => delete document.paths['/api/customers/{id}'].get.responses[404],
  'declares no 412': (document) => delete document.paths['/api/customers/{id}'].patch.responses[412],
  'listCustomers: declares no 304': (document) => delete document.paths['/api/customers'].get.responses[304],
  'getCustomer: answers 304, but takes no If-None-Match': (document) =>
    document.paths['/api/customers/{id}'].get.parameters.pop(),
  'the answer Conflict needs an example': (document) =>
    delete document.components.responses.Conflict.content['application/problem+json'].example,
  'must be string': (document) => {
    login(document).requestBody.content['application/json'].example.email = 5;
  },
  'is not in the schema': (document) => {
    login(document).requestBody.content['application/json'].example.nope = 5;
  },
  'properties are snake_case': (document) => {
    invoice(document).dueOn = { type: 'string' };
  },
};
Object.assign(spoilt, {
  'x-problems names nonsense, which problems.yaml does not know': (document) =>
    login(document)['x-problems'].push('nonsense'),
  'x-problems names duplicate, but 409 is not declared': (document) =>
    login(document)['x-problems'].push('duplicate'),
  'declares 409, but x-problems names no type for it': (document) => {
    document.paths['/api/roles'].post['x-problems'] = ['beyond_own_rights'];
  },
  'declares 404, but its path names no record': (document) => {
    document.paths['/api/customers'].post.responses[404] = { $ref: '#/components/responses/NotFound' };
  },
  'listCustomers: sort knows name, but not -name': (document) => {
    const { schema } = document.paths['/api/customers'].get.parameters.find((each) => each.name === 'sort');
    schema.enum = schema.enum.filter((each) => each !== '-name');
  },
  'listCustomers: sort has another default than -created_at': (document) => {
    document.paths['/api/customers'].get.parameters.find((each) => each.name === 'sort').schema.default =
      'name';
  },
  'listTeams: a list is {data, next_cursor}': (document) =>
    delete document.components.schemas.TeamList.properties.next_cursor,
  'listCustomers: seen_at has no seen_at_from and seen_at_to': (document) => {
    document.components.schemas.CustomerSummary.properties.seen_at = { type: 'string', format: 'date-time' };
  },
  "DealSummary.owner_name: a copy of another record's name": (document) => {
    document.components.schemas.DealSummary.properties.owner_name = { type: 'string' };
  },
  'createCustomer: takes no Idempotency-Key': (document) => {
    document.paths['/api/customers'].post.parameters = [];
  },
  'revokeApiKey: its record has no updated_at': (document) =>
    delete document.components.schemas.ApiKey.properties.updated_at,
  'resendInvitation: takes no If-Match': (document) => {
    document.paths['/api/tenant/users/invitations/{id}/resend'].post.parameters = [];
  },
  'revokeSession: its record has no version': (document) =>
    delete document.components.schemas.SessionInfo['x-unversioned'],
  'login: takes no Idempotency-Key': (document) => delete login(document)['x-idempotency'],
  'listInvoices: due_from is none of the grammar': (document) => {
    delete document.paths['/api/invoices'].get.parameters.find(({ name }) => name === 'due_from')['x-sunset'];
  },
  'Team.members: a number is called ..._count': (document) =>
    delete document.components.schemas.Team.properties.members['x-sunset'],
  'createTeam: 201 shows a version and has no ETag': (document) => {
    delete document.paths['/api/teams'].post.responses[201].headers.ETag;
  },
  'overPayment is not snake_case': (document) => {
    document['x-problems'].overPayment = document['x-problems'].over_payment;
  },
});
for (const [words, spoil] of Object.entries(spoilt)) {
  test(`a contract is refused, told what: ${words}`, () => {
    const document = contract();
    spoil(document);
    assert.match(
      complaints(document).join('\n'),
      new RegExp(RegExp.escape?.(words) ?? words.replaceAll(/[()]/g, '\\$&')),
    );
  });
}

test('a field without description or example is told', () => {
  const document = contract();
  invoice(document).colour = { type: 'string' };
  const found = describe(document, { fields: {} }).join('\n');
  assert.match(found, /Invoice\.colour: say what it is/);
});

test('a value of an enumeration without explanation is told', () => {
  const document = JSON.parse(readFileSync(new URL('../dist/closed.json', import.meta.url), 'utf8'));
  document.components.schemas.InvoiceStatus.enum.push('written_off');
  assert.match(
    describe(document, { fields: {} }).join('\n'),
    /InvoiceStatus: the description explains no written_off/,
  );
});

test('a unit price or a quantity that is a number is told', () => {
  const document = contract();
  for (const field of ['quantity', 'setup_unit_price', 'unit_price'])
    invoice(document)[field] = { type: 'number', description: 'How many.', example: 1 };
  invoice(document).packed_quantity = { $ref: '#/components/schemas/DecimalString' };
  const told = describe(document, { fields: {} }).filter((line) => /DecimalString/.test(line));
  assert.deepEqual(told.map((line) => line.split(':')[0].split('.').pop()).sort(), [
    'quantity',
    'setup_unit_price',
    'unit_price',
  ]);
});

test('money with decimals is told', () => {
  const document = contract();
  invoice(document).discount_cents = { type: 'number', description: 'Taken off, in cents.', example: 1 };
  assert.match(describe(document, { fields: {} }).join('\n'), /discount_cents: money is whole cents/);
});
