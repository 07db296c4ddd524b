import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { id, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { DuplicatePair, Lead } from '@/shared/api/gen';
import { answers, server } from '@/shared/testing/server';

const ana: Lead = {
  id: id('1'),
  name: 'Ana Souza',
  email: 'ana@x.com.br',
  stage: 'new',
  tags: [],
  bant_score: 0,
  score: 0,
  version: 3,
  notes: null,
};
const other: Lead = { ...ana, id: id('2'), name: 'Ana S.', email: null, phone: '+5541998765432', version: 5 };
const pair: DuplicatePair = {
  id: id('9'),
  kind: 'lead',
  weight: 13,
  certain: true,
  reasons: ['mobile', 'similar_name'],
  dismissed: false,
  first: { id: ana.id, name: ana.name, email: ana.email },
  second: { id: other.id, name: other.name, phone: other.phone },
};

it('two leads are made one, field by field, by the versions that were looked at', async () => {
  const sent: unknown[] = [];
  server.use(
    answers('/api/duplicates', page(pair)),
    answers(`/api/crm/leads/${ana.id}`, ana),
    answers(`/api/crm/leads/${other.id}`, other),
    http.post(`*/api/crm/leads/${ana.id}/merge`, async ({ request }) => {
      sent.push([request.headers.get('If-Match'), await request.json()]);
      return HttpResponse.json({ id: id('8') }, { status: 201 });
    }),
  );
  await renderAt('/duplicates');
  expect(await screen.findByText('mesmo celular, nome parecido')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Unir…' }));
  const dialog = await screen.findByRole('dialog');
  // What only one of them has is taken in any case.
  expect(await within(dialog).findByRole('radio', { name: 'E-mail: ana@x.com.br' })).toBeChecked();
  expect(within(dialog).getByRole('radio', { name: /^Telefone/ })).toBeChecked();
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Nome: Ana S.' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Unir' }));
  await waitFor(() =>
    expect(sent).toEqual([['"3"', { other_id: other.id, other_version: 5, take: ['name', 'phone'] }]]),
  );
});

it('a pair of two is said to be two', async () => {
  const sent: unknown[] = [];
  server.use(
    answers('/api/duplicates', page(pair)),
    http.post('*/api/duplicates/dismiss', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(sent[0] as object);
    }),
  );
  await renderAt('/duplicates');
  await userEvent.click(await screen.findByRole('button', { name: 'Não é duplicata' }));
  await waitFor(() => expect(sent).toEqual([{ kind: 'lead', first_id: ana.id, second_id: other.id }]));
});

it('who is known is told while a lead is typed', async () => {
  server.use(
    answers('/api/crm/leads', page()),
    answers('/api/tenant/users', page()),
    http.post('*/api/duplicates/similar', () =>
      HttpResponse.json({
        data: [
          {
            kind: 'contact',
            id: id('4'),
            name: 'Ana Souza',
            weight: 16,
            certain: true,
            reasons: ['email', 'name'],
          },
        ],
      }),
    ),
  );
  await renderAt('/leads?new=true');
  await userEvent.type(await screen.findByLabelText(/^E-mail/), 'ana@x.com.br');
  const found = await screen.findByRole('complementary', { name: 'Talvez já exista' });
  expect(within(found).getByRole('link', { name: 'Ana Souza' })).toBeVisible();
  expect(within(found).getByText(/mesmo e-mail, mesmo nome/)).toBeVisible();
});
