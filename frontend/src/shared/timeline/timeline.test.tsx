import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { Company, TimelineEntry, TimelineKind } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';
import { entryKinds, kindsOf } from './kinds';

const id = (last: number) => `01939f6c-7a3e-7cc1-9c0e-${String(last).padStart(12, '0')}`;
const page = <T,>(data: T[], next_cursor: string | null = null) => ({ data, next_cursor });
const company: Company = { id: id(900), name: 'Padaria Sol', notes: null, version: 1 };
const address = `/companies?id=${company.id}`;
const rights = ['crm.companies:read', 'crm.activities:read', 'crm.deals:read'];

const entry = (last: number, kind: TimelineKind, rest: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: id(last),
  kind,
  event: 'updated',
  at: '2026-11-02T15:00:00Z',
  made_by_id: 'u1',
  made_by: { id: 'u1', name: 'Maria Alves' },
  record_type: 'company',
  record_id: company.id,
  title: null,
  amount_cents: null,
  currency: null,
  activity: null,
  change: null,
  payment: null,
  file: null,
  ...rest,
});
const entries: TimelineEntry[] = [
  entry(1, 'activity', {
    event: 'completed',
    record_type: 'activity',
    record_id: id(1),
    title: 'Falei com Helena',
    activity: { type: 'call', description: 'Quer desconto.', outcome: 'Aprovou', duration_minutes: 12 },
  }),
  entry(2, 'change', { change: { before: { size: 10 }, after: { size: 12 } } }),
  entry(3, 'deal', {
    event: 'created',
    record_type: 'deal',
    record_id: id(700),
    title: 'Site novo',
    amount_cents: 680_000,
    currency: 'BRL',
  }),
  // Of a server that is newer than the app.
  entry(4, 'survey' as TimelineKind, { event: 'answered_late', title: 'Pesquisa de abril' }),
];

let asked: URLSearchParams[] = [];

// As where one has been looked at before: what comes with it is not what is waited for.
beforeAll(() => import('@/shared/activities/RecordStory'));

beforeEach(() => {
  asked = [];
  server.use(
    http.get(at(`/api/crm/companies/${company.id}/timeline`), ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      const kinds = searchParams.get('kind')?.split(',');
      if (searchParams.get('cursor'))
        return HttpResponse.json(page([entry(5, 'change', { event: 'created' })]));
      return HttpResponse.json(
        page(
          entries.filter(({ kind }) => kinds?.includes(kind) ?? true),
          kinds ? null : 'c2',
        ),
      );
    }),
    answers('/api/crm/activities', page([])),
    answers('/api/crm/companies', page([company])),
    answers('/api/crm/contacts', page([])),
    answers('/api/crm/deals', page([])),
    answers(`/api/crm/companies/${company.id}`, company),
  );
});

it('a record tells what has happened to it, each kind in its way, and a kind that is not known quietly', async () => {
  await renderAt(address, rights);
  expect(await screen.findByRole('heading', { name: /02\/11/ })).toBeVisible();
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({ limit: '50', include: 'made_by' });
  expect(screen.getByRole('link', { name: 'Falei com Helena' })).toHaveAttribute(
    'href',
    `/activities?id=${id(1)}`,
  );
  expect(screen.getByText('Quer desconto.')).toBeVisible();
  expect(screen.getByText('Maria Alves · 12 min')).toBeVisible();
  expect(screen.getByText('mudou Pessoas de 10 para', { exact: false })).toHaveTextContent(
    'Maria Alves mudou Pessoas de 10 para 12',
  );
  expect(screen.getByRole('link', { name: 'Site novo' })).toHaveAttribute(
    'href',
    `/pipeline?deal=${id(700)}`,
  );
  expect(screen.getByText(/R\$\s6\.800,00/)).toBeVisible();
  expect(screen.getByText('Pesquisa de abril · Answered late')).toBeVisible();
});

it('goes on to what is older, and says when that cannot be read', async () => {
  await renderAt(address, rights);
  await userEvent.click(await screen.findByRole('button', { name: 'Mostrar mais' }));
  expect(await screen.findByText('criou o registro', { exact: false })).toBeVisible();
  expect(asked.at(-1)?.get('cursor')).toBe('c2');
  expect(screen.queryByRole('button', { name: 'Mostrar mais' })).not.toBeInTheDocument();
});

it('keeps what is there when the next page fails', async () => {
  await renderAt(address, rights);
  const more = await screen.findByRole('button', { name: 'Mostrar mais' });
  server.use(http.get(at(`/api/crm/companies/${company.id}/timeline`), () => problem(500, 'unexpected')));
  await userEvent.click(more);
  expect(await screen.findByText(/O servidor falhou/)).toBeVisible();
  expect(screen.getByText('Quer desconto.')).toBeVisible();
});

it('is narrowed to kinds that the record has and the person may read', async () => {
  await renderAt(address, rights);
  const filter = await screen.findByRole('group', { name: 'O que mostrar da linha do tempo' });
  const choices = within(filter).getAllByRole('button');
  expect(choices.map((choice) => choice.textContent)).toEqual([
    'Tudo',
    'Atividades',
    'Mudanças',
    'Negócios e contratos',
  ]);
  await userEvent.click(within(filter).getByRole('button', { name: 'Mudanças' }));
  await waitFor(() => expect(screen.queryByText('Quer desconto.')).not.toBeInTheDocument());
  expect(asked.at(-1)?.get('kind')).toBe('change');
  expect(within(filter).getByRole('button', { name: 'Mudanças' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByText('mudou Pessoas', { exact: false })).toBeVisible();
});

it('has no filter where there is one kind', async () => {
  await renderAt(address, ['crm.companies:read']);
  expect(await screen.findByRole('heading', { name: 'Linha do tempo' })).toBeVisible();
  expect(await screen.findByText('mudou Pessoas', { exact: false })).toBeVisible();
  expect(screen.queryByRole('group', { name: 'O que mostrar da linha do tempo' })).not.toBeInTheDocument();
});

it('every kind of the registry is in some timeline, and what may not be read in none', () => {
  const records = ['lead', 'deal', 'company', 'contact', 'customer', 'contract', 'invoice'] as const;
  const all = new Set(records.flatMap((of) => kindsOf(of, () => true)));
  expect([...all].sort()).toEqual(Object.keys(entryKinds).sort());
  for (const of of records)
    expect(
      kindsOf(of, () => false),
      of,
    ).toEqual(['change']);
});
