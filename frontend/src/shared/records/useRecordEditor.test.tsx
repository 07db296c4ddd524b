import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import type { Company, CompanyPatch } from '@/shared/api/gen';
import { updateCompany } from '@/shared/api/gen/companies';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { openApi } from '@/shared/testing/openApi';
import { at, problem, server, versionOf } from '@/shared/testing/server';
import { EditableText } from '@/shared/ui/Editable';
import { useRecordEditor } from './useRecordEditor';

const id = '01939f6c-7a3e-7cc1-9c0e-000000000001';

/** A company whose changes are answered one by one, by hand. */
function slowCompany(conflict: 'meanwhile' | 'precondition') {
  let record: Company = { id, name: 'Padaria', industry: '', notes: null, version: 0 };
  const sent: unknown[] = [];
  const waiting: (() => void)[] = [];
  server.use(
    http.get(at(`/api/crm/companies/${id}`), () => HttpResponse.json(record)),
    http.patch(at(`/api/crm/companies/${id}`), async ({ request }) => {
      const body = (await request.json()) as CompanyPatch;
      sent.push([versionOf(request), body]);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (versionOf(request) !== record.version)
        return conflict === 'meanwhile' ? problem(409, 'changed_meanwhile') : problem(412, 'stale');
      record = { ...record, ...body, version: record.version + 1 } as Company;
      return HttpResponse.json(record);
    }),
  );
  return {
    sent,
    answer: async () => {
      await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()?.();
    },
    changedByAnother: () => {
      record = { ...record, phone: '41999990000', version: record.version + 1 };
    },
  };
}

function Panel() {
  const { query, save } = useRecordEditor<Company, CompanyPatch>(
    getCompanyOptions({ path: { id } }),
    (request) => updateCompany({ ...request, throwOnError: true }),
    'company',
  );
  if (!query.data) return null;
  return (
    <>
      <EditableText label="Nome" value={query.data.name} onSave={(name) => save({ name })} />
      <EditableText
        label="Setor"
        value={query.data.industry ?? ''}
        onSave={(industry) => save({ industry })}
      />
      <p>versão {query.data.version}</p>
    </>
  );
}

async function edit(label: string, text: string) {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.tab();
}

async function show() {
  await openApi();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Panel />
    </QueryClientProvider>,
  );
}

it('two facts edited in a row are no conflict of one with oneself', async () => {
  const company = slowCompany('precondition');
  await show();
  await edit('Nome', 'Padaria Lua');
  await edit('Setor', 'Varejo');
  await company.answer();
  await company.answer();
  await screen.findByText('versão 2');
  expect(company.sent).toEqual([
    [0, { name: 'Padaria Lua' }],
    [1, { industry: 'Varejo' }],
  ]);
  expect(screen.queryByRole('alert')).toBeNull();
});

it.each(['meanwhile', 'precondition'] as const)(
  'a stranger who was first (%s) is told of, and the same is saved at the next try',
  async (conflict) => {
    const company = slowCompany(conflict);
    await show();
    await screen.findByText('versão 0');
    company.changedByAnother();
    await edit('Nome', 'Padaria Sol');
    await company.answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('Alguém alterou antes de você');
    await screen.findByText('versão 1');
    expect(screen.getByLabelText('Nome')).toHaveValue('Padaria Sol');
    await userEvent.type(screen.getByLabelText('Nome'), '{Enter}');
    await company.answer();
    await screen.findByText('versão 2');
    expect(company.sent.map((one) => (one as [number])[0])).toEqual([0, 1]);
  },
);
