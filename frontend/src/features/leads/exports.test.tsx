import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { id, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Export } from '@/shared/api/gen';
import { answers, at, server } from '@/shared/testing/server';

const lead = {
  id: id('1'),
  name: 'Ana',
  stage: 'new',
  bant_score: 40,
  tags: [],
  version: 0,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};

const ordered: Export = {
  id: id('90'),
  kind: 'leads',
  question: { kind: 'leads', filters: { source: 'site' } },
  columns: [],
  format: 'csv',
  conventions: 'pt-BR',
  status: 'running',
  file_name: 'Leads.csv',
  available: false,
  total_count: 10,
  row_count: 4,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};

let sent: { columns: { name: string; label: string }[] }[];
let now: Export;

beforeEach(() => {
  sent = [];
  now = ordered;
  server.use(
    answers('/api/crm/leads', page(lead)),
    answers('/api/tenant/users', page()),
    http.post(at('/api/lists/summary'), () => HttpResponse.json({ row_count: 10, more: false, sums: [] })),
    http.post(at('/api/exports'), async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number]);
      return HttpResponse.json(ordered as never, { status: 202 });
    }),
    http.get(at(`/api/exports/${ordered.id}`), () => HttpResponse.json(now as never)),
  );
});

describe('a list that is taken along', () => {
  it('is asked for with its filters and the columns on screen, and waited for until it is whole', async () => {
    await renderAt('/leads?source=site', ['crm.leads:read', 'lists.exports:write']);
    await userEvent.click(await screen.findByRole('button', { name: 'Exportar' }));
    const dialog = await screen.findByRole('dialog', { name: 'Exportar: Leads' });
    expect(await within(dialog).findByText('10 linhas, com os filtros de agora.')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Empresa' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Exportar' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      question: { kind: 'leads', filters: { source: 'site' }, sort: '-created_at' },
      format: 'csv',
      conventions: 'pt-BR',
    });
    const names = sent[0]?.columns.map(({ name }) => name);
    expect(names?.[0]).toBe('name');
    expect(names).not.toContain('company_name');
    expect(sent[0]?.columns[0]?.label).toBe('Nome');
    const tray = await screen.findByRole('region', { name: 'Exportações em andamento' });
    expect(await within(tray).findByText('Exportando: 4 de 10')).toBeInTheDocument();
    now = {
      ...ordered,
      status: 'succeeded',
      available: true,
      row_count: 10,
      finished_at: '2026-01-02T03:05:05Z',
    };
    expect(await within(tray).findByText('Pronto: 10 linhas', {}, { timeout: 5000 })).toBeInTheDocument();
    await userEvent.click(within(tray).getByRole('button', { name: 'Fechar' }));
    expect(screen.queryByRole('region', { name: 'Exportações em andamento' })).toBeNull();
  });

  it('is nothing for who may not', async () => {
    await renderAt('/leads', ['crm.leads:read']);
    expect(await screen.findByText('Ana')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Exportar' })).toBeNull();
  });
});
