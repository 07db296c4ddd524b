import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { id, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { CustomField, View } from '@/shared/api/gen';
import { answers, at, server } from '@/shared/testing/server';

const field = (more: Partial<CustomField>): CustomField => ({
  id: id('81'),
  kind: 'companies',
  key: 'frota',
  label: 'Frota',
  type: 'number',
  decimals: 0,
  required: false,
  position: 0,
  options: [],
  pipeline_ids: [],
  used_count: null,
  version: 0,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
  ...more,
});
const fields = [
  field({}),
  field({
    id: id('82'),
    key: 'cor',
    label: 'Cor',
    type: 'select',
    options: [
      { id: id('91'), label: 'Azul', archived: false },
      { id: id('92'), label: 'Verde', archived: true },
    ],
  }),
  field({ id: id('83'), kind: 'leads', key: 'outra', label: 'De leads' }),
];
const company = {
  id: id('1'),
  name: 'Andrade',
  tax_id: null,
  domain: null,
  custom: { frota: '1250', cor: id('92') },
  version: 4,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};
const view: View = {
  id: id('71'),
  kind: 'companies',
  name: 'Frotas',
  question: { kind: 'companies', filters: { 'custom.frota_from': '1000' } },
  columns: [{ name: 'name' }, { name: 'custom.frota' }, { name: 'custom.cor' }],
  visibility: 'private',
  position: 0,
  stale: [],
  editable: true,
  version: 0,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};
let asked: URLSearchParams[];

beforeEach(() => {
  asked = [];
  server.use(
    http.get(at('/api/crm/companies'), ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json(page(company));
    }),
    http.get(at(`/api/crm/companies/${company.id}`), () => HttpResponse.json({ ...company, notes: null })),
    http.get(at('/api/views'), () => HttpResponse.json({ data: [view], next_cursor: null })),
    answers('/api/custom-fields', { data: fields, next_cursor: null }),
    answers('/api/crm/contacts', page()),
    answers('/api/crm/deals', page()),
    answers('/api/crm/activities', page()),
    answers('/api/tenant/users', page()),
  );
});

describe('fields that the company has added', () => {
  it('a view asks for them and shows them; the filter says so and can be taken away', async () => {
    await renderAt('/companies');
    await userEvent.click(await screen.findByRole('button', { name: /^Frotas/ }));
    await waitFor(() => expect(asked.at(-1)?.get('custom.frota_from')).toBe('1000'));
    await waitFor(() =>
      expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
        'Nome',
        'Frota',
        'Cor',
      ]),
    );
    expect(screen.getByText('1250')).toBeInTheDocument();
    expect(screen.getByText('Verde')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Frota: 1000 –/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Limpar' }));
    await waitFor(() => expect(asked.at(-1)?.get('custom.frota_from')).toBeNull());
  });

  it('a fact of one is changed alone, and an option that is not offered any more is still read', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(at(`/api/crm/companies/${company.id}`), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...company, custom: { ...company.custom, frota: '1300' }, version: 5 });
      }),
    );
    await renderAt(`/companies?id=${company.id}`);
    const panel = await screen.findByRole('dialog', { name: 'Andrade' });
    const fleet = await within(panel).findByRole('textbox', { name: 'Frota' });
    expect(within(panel).getByRole('combobox', { name: 'Cor' })).toHaveTextContent('Verde');
    expect(within(panel).queryByText('De leads')).toBeNull();
    await userEvent.clear(fleet);
    await userEvent.type(fleet, '1.300{Enter}');
    await waitFor(() => expect(sent).toEqual([{ custom: { frota: '1300' } }]));
    await waitFor(() => expect(fleet).toHaveValue('1300'));
  });
});
