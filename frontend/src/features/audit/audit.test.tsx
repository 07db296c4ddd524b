import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { id, page, readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { AuditEntry, AuditIntegrity, JobRun } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';

const permissions = [
  ...readsAndWrites(
    'imports.imports',
    'jobs.runs',
    'audit.entries',
    'company.settings',
    'people.users',
    'crm.pipelines',
    'crm.deals',
    'portfolio.contracts',
  ),
  'jobs.runs:run',
];

describe('the audit log', () => {
  it('tells changes in words and opens them with all their values', async () => {
    const entry: AuditEntry = {
      id: id('3'),
      at: '2026-11-20T10:00:00Z',
      actor: 'maria@pixel12.com.br',
      actor_name: 'Maria Alves',
      entity: 'invoices',
      entity_id: id('4'),
      action: 'update',
      before: { status: 'draft', total_cents: 5000, version: 0 },
      after: { status: 'issued', total_cents: 6000, version: 1 },
    };
    server.use(
      answers('/api/audit', page(entry)),
      answers('/api/tenant/users', page()),
      http.get(at('/api/audit/integrity'), () => problem(503, 'unavailable')),
    );
    const { router } = await renderAt('/audit', permissions);
    await userEvent.click(
      await screen.findByText(/Situação: Rascunho → Emitida · Total: R\$\s50,00 → R\$\s60,00/),
    );
    const panel = await screen.findByRole('dialog', { name: 'Alterou fatura' });
    expect(within(panel).getByText(/^Maria Alves · 20\/11\/2026 07:00/)).toBeVisible();
    expect(within(panel).getByRole('row', { name: /Versão/ })).toHaveTextContent('Versão01');
    await userEvent.click(within(panel).getByRole('button', { name: 'Ver tudo deste registro' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ entity_id: id('4') }));
  });
});

describe('the integrity of the audit log', () => {
  const intact: AuditIntegrity = {
    status: 'intact',
    checked_at: '2026-11-20T06:00:04Z',
    blocks_checked: 812,
    entries_checked: 104_233,
    unsealed: 3,
    bad_blocks: 0,
    altered_entries: 0,
    deleted_entries: 0,
    inserted_entries: 0,
    first_problem: null,
    head: { number: 812, hash: '9f86d081', sealed_at: '2026-11-20T06:00:03Z' },
  };
  const entry: AuditEntry = {
    id: id('3'),
    at: '2026-11-20T10:00:00Z',
    actor: 'user',
    actor_name: 'Maria Alves',
    entity: 'invoices',
    entity_id: id('4'),
    action: 'insert',
    before: null,
    after: { total_cents: 6000 },
  };

  it('is told until when it was checked, and what to keep elsewhere', async () => {
    server.use(
      answers('/api/audit', page()),
      answers('/api/tenant/users', page()),
      answers('/api/audit/integrity', intact),
    );
    await renderAt('/audit', permissions);
    expect(await screen.findByText('Íntegra: verificada até 20/11/2026 03:00')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Detalhes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Integridade da auditoria' });
    expect(within(dialog).getByText('104.233')).toBeVisible();
    expect(within(dialog).getByText('9f86d081')).toBeVisible();
  });

  it('is an alarm that opens the entry when a check finds it altered', async () => {
    let checked = false;
    const run: JobRun = {
      id: id('9'),
      job: 'audit-check',
      on: '2026-11-20',
      trigger: 'manual',
      status: 'failed',
      attempt: 1,
      next_attempt_at: null,
      started_at: null,
      finished_at: null,
      created_at: '2026-11-20T10:00:00Z',
      updated_at: '2026-11-20T10:00:00Z',
      counts: {},
      error: 'block 12, entry was altered',
    };
    const broken: AuditIntegrity = {
      ...intact,
      status: 'broken',
      bad_blocks: 1,
      altered_entries: 1,
      first_problem: { kind: 'entry_altered', block: 12, entry_id: entry.id, entry },
    };
    server.use(
      answers('/api/audit', page()),
      answers('/api/tenant/users', page()),
      http.get(at('/api/audit/integrity'), () => HttpResponse.json(checked ? broken : intact)),
      http.post(at('/api/jobs/audit-check/runs'), () => {
        checked = true;
        return HttpResponse.json({ ...run, status: 'running' }, { status: 202 });
      }),
      answers(`/api/jobs/runs/${run.id}`, run),
    );
    await renderAt('/audit', permissions);
    await userEvent.click(await screen.findByRole('button', { name: 'Verificar agora' }));
    const alarm = await screen.findByRole('alert');
    expect(alarm).toHaveTextContent('Um registro foi alterado depois de selado (bloco 12)');
    expect(alarm).toHaveTextContent('1 alterado · 1 bloco com problema');
    await userEvent.click(within(alarm).getByRole('button', { name: 'Ver registro' }));
    expect(await screen.findByRole('dialog', { name: 'Criou fatura' })).toBeVisible();
  });

  it('changes are asked for by action and period', async () => {
    const asked: string[] = [];
    server.use(
      http.get(at('/api/audit'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(page(entry));
      }),
      answers('/api/tenant/users', page()),
      answers('/api/audit/integrity', { ...intact, status: 'unchecked', checked_at: null, head: null }),
    );
    await renderAt('/audit?action=delete&from=2026-01-05&to=2026-02-10', permissions);
    expect(await screen.findByText(/^Ainda não verificada/)).toBeVisible();
    expect(asked[0]).toContain('action=delete&from=2026-01-05&to=2026-02-10');
    expect(screen.getByRole('button', { name: /Período: 05\/01\/2026 – 10\/02\/2026/ })).toBeVisible();
  });
});
