import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { id, page, readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Import, ImportPreview } from '@/shared/api/gen';
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
