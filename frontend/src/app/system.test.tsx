import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditIntegrity, Import, ImportPreview, JobRun, Tenant } from '@/shared/api/gen';
import { answers, at, problem, profile, server, versionOf } from '@/shared/testing/server';
import { renderAt } from './testing/renderAt';

const permissions = [
  'imports.imports',
  'jobs.runs',
  'audit.entries',
  'company.settings',
  'people.users',
  'crm.pipelines',
  'crm.deals',
  'portfolio.contracts',
]
  .flatMap((module) => [`${module}:read`, `${module}:write`])
  .concat('jobs.runs:run');
const id = (last: string) => `01939f6c-7a3e-7cc1-9c0e-${last.padStart(12, '0')}`;
const page = <T,>(...data: T[]) => ({ data, next_cursor: null });

const preview: ImportPreview = {
  separator: ';',
  encoding: 'ISO-8859-1',
  columns: [
    { name: 'customerID', type: 'text', samples: ['7590-VHVEG'] },
    { name: 'MonthlyCharges', type: 'number', samples: ['29,85'] },
    { name: 'Churn', type: 'text', samples: ['No'], distinct_values: ['No', 'Yes'] },
    { name: 'gender', type: 'text', samples: ['Female'], distinct_values: ['Female', 'Male'] },
  ],
  fields: [
    { name: 'external_id', required: false, type: 'text' },
    { name: 'title', required: true, type: 'text' },
    { name: 'amount', required: true, type: 'money' },
    { name: 'status', required: false, type: 'choice', choices: ['trial', 'active', 'frozen', 'cancelled'] },
  ],
  mapping: { external_id: 'customerID', amount: 'MonthlyCharges', status: 'Churn' },
};
const job: Import = {
  id: id('1'),
  kind: 'contracts',
  file_name: 'churn.csv',
  status: 'running',
  row_count: 3000,
  total_row_count: 7043,
  created_count: 2999,
  updated_count: 0,
  skipped_count: 0,
  failed_count: 1,
  errors: [{ row: 12, field: 'amount', code: 'amount_not_a_number', message: 'not an amount' }],
  started_at: '2026-11-20T10:00:00Z',
  finished_at: null,
};

describe('imports', () => {
  async function choose() {
    const file = new File(['customerID;Churn\n1;No\n'], 'churn.csv', { type: 'text/csv' });
    await userEvent.upload(await screen.findByLabelText('Escolher arquivo', { selector: 'input' }), file);
  }

  it('checks the columns before anything is created, then follows the import to its end', {
    timeout: 60_000,
  }, async () => {
    // The request itself cannot be read here: jsdom's form data is none to Node's fetch. What was put in it can.
    const appended = vi.spyOn(FormData.prototype, 'append');
    const posted = () => Object.fromEntries(appended.mock.calls.map(([name, value]) => [name, value]));
    let started = 0;
    let answered = 0;
    let checked = 0;
    server.use(
      answers('/api/imports', page()),
      answers('/api/portfolio/service-types', page()),
      http.post(at('/api/imports/preview'), () => HttpResponse.json(preview)),
      http.post(at('/api/imports/check'), () => {
        checked++;
        return HttpResponse.json({
          row_count: 7043,
          tried_count: 5000,
          created_count: 4999,
          updated_count: 0,
          failed_count: 1,
          errors: [{ row: 12, field: 'amount', code: 'amount_not_a_number', message: 'x' }],
        });
      }),
      http.post(at('/api/imports'), () => {
        started++;
        return HttpResponse.json(job, { status: 202 });
      }),
      http.get(at(`/api/imports/${job.id}`), () => {
        answered++;
        return HttpResponse.json(
          answered === 1
            ? job
            : {
                ...job,
                status: 'succeeded',
                row_count: 7043,
                created_count: 7042,
                finished_at: '2026-11-20T10:00:04.2Z',
              },
        );
      }),
    );
    await renderAt('/imports?entity=contracts', permissions);
    await choose();
    expect(await screen.findByText(/separador “;” · ISO-8859-1/)).toBeVisible();

    // The title is required and nothing was proposed for it: the import does not start.
    await userEvent.click(screen.getByRole('button', { name: 'Importar' }));
    expect((await screen.findAllByText('Falta dizer de onde vem: Título.'))[0]).toBeVisible();
    expect(started).toBe(0);

    await userEvent.click(screen.getByRole('combobox', { name: 'De onde vem Título' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Modelo de texto…' }));
    await userEvent.type(screen.getByLabelText('Modelo'), 'Plano {{customerID}');
    expect(screen.getByText('ex.: Plano 7590-VHVEG')).toBeVisible();

    const meanings = screen.getByRole('group', { name: 'Valores de “Churn”' });
    expect(within(meanings).getByText(/2 valores não são opções/)).toBeVisible();
    for (const [value, meaning] of [
      ['No', 'Ativo'],
      ['Yes', 'Cancelado'],
    ]) {
      await userEvent.click(within(meanings).getByRole('combobox', { name: `Significado de ${value}` }));
      await userEvent.click(await screen.findByRole('option', { name: meaning }));
    }
    expect(within(meanings).queryByText(/não são opções/)).not.toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'O que é a coluna gender' })).toHaveTextContent(
      'Não importar',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Importar' }));
    expect(
      await screen.findByText(/7\.043 linhas: 4\.999 criam registros, 0 atualizam, 1 têm erro/),
    ).toBeVisible();
    expect(screen.getByText(/As primeiras 5\.000 foram comparadas/)).toBeVisible();
    expect(screen.getByRole('table', { name: 'Linhas com erro' })).toHaveTextContent(
      '12ReceitaNão é um valor em dinheiro.',
    );
    expect(started).toBe(0);
    await userEvent.type(screen.getByLabelText('Modelo'), '!');
    expect(screen.queryByText(/criam registros/)).toBeNull();
    await userEvent.type(screen.getByLabelText('Modelo'), '{Backspace}');
    await userEvent.click(screen.getByRole('button', { name: 'Importar as outras 7.042' }));
    expect(await screen.findByText('3.000 de 7.043 linhas')).toBeVisible();
    expect([checked, started]).toEqual([1, 1]);
    expect(posted().kind).toBe('contracts');
    expect((posted().file as File).name).toBe('churn.csv');
    expect(JSON.parse(String(posted().options))).toEqual({});
    expect(JSON.parse(String(posted().mapping))).toEqual({
      external_id: 'customerID',
      title: { template: 'Plano {customerID}' },
      amount: 'MonthlyCharges',
      status: { column: 'Churn', values: { No: 'active', Yes: 'cancelled' } },
    });
    appended.mockRestore();
    // Read again every ten seconds, which is as long as anything else is waited for.
    expect(await screen.findByText('Concluída com erros', undefined, { timeout: 25_000 })).toBeVisible();
    expect(screen.getByText('Terminou em 4,2 segundos.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Abrir a carteira' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Baixar linhas com erro' })).toBeVisible();
    expect(screen.getByRole('table', { name: 'Linhas com erro' })).toHaveTextContent(
      '12ReceitaNão é um valor em dinheiro.',
    );
  });

  it('says why a file cannot be read', async () => {
    server.use(
      answers('/api/imports', page()),
      http.post(at('/api/imports/preview'), () => problem(400, 'malformed', { detail: 'the file is empty' })),
    );
    await renderAt('/imports', permissions);
    await choose();
    expect(await screen.findByText('the file is empty')).toBeVisible();
  });
});

describe('jobs', () => {
  it('are run by hand for a day, and tell what they did', async () => {
    const run: JobRun = {
      id: id('2'),
      job: 'invoice-run',
      on: '2026-11-30',
      trigger: 'manual',
      status: 'running',
      attempt: 1,
      next_attempt_at: null,
      started_at: '2026-11-20T10:00:00Z',
      finished_at: null,
      created_at: '2026-11-20T10:00:00Z',
      updated_at: '2026-11-20T10:00:00Z',
      counts: {},
    };
    const bodies: unknown[] = [];
    server.use(
      answers(
        '/api/jobs',
        page({
          name: 'invoice-run',
          description: 'Bills.',
          runs_at: '00:00',
          by_hand_from: null,
          by_hand_to: '2026-11-30',
          last_run: null,
        }),
      ),
      answers('/api/jobs/invoice-run/preview', {
        on: '2026-11-30',
        counts: { invoices_created: 1, skipped: 0 },
      }),
      answers('/api/jobs/runs', page()),
      http.post(at('/api/jobs/invoice-run/runs'), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(run, { status: 202 });
      }),
      answers(`/api/jobs/runs/${run.id}`, {
        ...run,
        status: 'succeeded',
        finished_at: '2026-11-20T10:00:02Z',
        counts: { invoices_created: 1, skipped: 0 },
      }),
    );
    await renderAt('/jobs', permissions);
    await userEvent.click(await screen.findByRole('button', { name: 'Executar agora: Faturamento diário' }));
    const day = await screen.findByLabelText(/^Para o dia/);
    await userEvent.clear(day);
    await userEvent.type(day, '01122026');
    await userEvent.click(screen.getByRole('button', { name: 'Executar' }));
    expect(await screen.findByText('A data não pode estar no futuro.')).toBeVisible();
    expect(bodies).toEqual([]);
    await userEvent.clear(day);
    await userEvent.type(day, '30112026');
    expect(await screen.findByText('Faria agora: 1 fatura criada')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Executar' }));
    expect(await screen.findByText('“Faturamento diário” concluída')).toBeVisible();
    expect(screen.getByText('1 fatura criada')).toBeVisible();
    expect(bodies).toEqual([{ on: '2026-11-30' }]);
  });

  it('tell at which attempt a run is and when it is tried again', async () => {
    const run: JobRun = {
      id: id('2'),
      job: 'invoice-run',
      on: '2026-11-20',
      trigger: 'schedule',
      status: 'failed',
      attempt: 2,
      next_attempt_at: '2026-11-20T03:06:00Z',
      started_at: '2026-11-20T03:00:00Z',
      finished_at: '2026-11-20T03:00:01Z',
      created_at: '2026-11-20T10:00:00Z',
      updated_at: '2026-11-20T10:00:00Z',
      counts: {},
      error: 'The run failed.',
    };
    server.use(
      answers(
        '/api/jobs',
        page({
          name: 'invoice-run',
          description: 'Bills.',
          runs_at: '00:00',
          by_hand_from: null,
          by_hand_to: '2026-11-20',
          last_run: run,
        }),
      ),
      answers('/api/jobs/runs', page(run)),
    );
    await renderAt('/jobs', permissions);
    // On its card and in the list of runs, which come one after the other.
    await waitFor(() =>
      expect(screen.getAllByText('2ª tentativa · nova tentativa em 20/11/2026 00:06')).toHaveLength(2),
    );
  });
});

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

describe('the settings of the company', () => {
  const tenant: Tenant = { ...profile.tenant, pix_key: null, version: 7 };

  it('refuse what is no Pix key, and save it as machines read it', async () => {
    const bodies: unknown[] = [];
    server.use(
      answers('/api/tenant', tenant),
      http.patch(at('/api/tenant'), async ({ request }) => {
        const body = (await request.json()) as Partial<Tenant>;
        bodies.push([versionOf(request), body]);
        return HttpResponse.json({ ...tenant, ...body, version: 8 });
      }),
    );
    await renderAt('/settings/company', permissions);
    const key = await screen.findByLabelText('Chave Pix');
    await userEvent.type(key, 'minha chave');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Não parece uma chave Pix: confira.')).toBeVisible();
    await userEvent.clear(key);
    await userEvent.type(key, '(41) 99999-0000');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Dados da empresa salvos')).toBeVisible();
    expect(bodies).toEqual([[7, { pix_key: '+5541999990000' }]]);
    expect(key).toHaveValue('+5541999990000');
  });

  it('can be read but not changed without the permission', async () => {
    server.use(answers('/api/tenant', tenant));
    await renderAt('/settings/company', ['company.settings:read']);
    expect(await screen.findByLabelText('Chave Pix')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Salvar' })).not.toBeInTheDocument();
  });
});
