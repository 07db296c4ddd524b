import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { id, later, page, patches } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Contract, ContractSummary } from '@/shared/api/gen';
import { answers, server } from '@/shared/testing/server';

// Lists leave long texts out: whoever edits from one waits for the record, and writes over no text it has not seen.

describe('a contract opened from the list', () => {
  const row: ContractSummary = {
    id: id('2'),
    customer_id: id('3'),
    customer: { id: id('3'), name: 'Autoescola Progresso' },
    service_type: 'saas_cfc',
    title: 'Licença CFC',
    billing_cycle: 'monthly',
    amount_cents: 15_000,
    cost_cents: 4000,
    currency: 'BRL',
    status: 'active',
    start_on: '2026-01-15',
    version: 3,
  };
  const contract: Contract = {
    ...row,
    description: 'Combinado por telefone',
    internal_notes: 'Renova em janeiro',
  };

  it('is edited only once it is read whole, and sends only what was changed', async () => {
    server.use(
      answers('/api/contracts', page(row)),
      answers('/api/portfolio/service-types', page({ code: 'saas_cfc', name: 'SaaS CFC', built_in: true })),
      answers('/api/customers', page()),
    );
    const arrive = later(`/api/contracts/${contract.id}`, contract);
    const sent = patches(`/api/contracts/${contract.id}`, contract);
    await renderAt('/contracts', [
      'portfolio.contracts:read',
      'portfolio.contracts:write',
      'customers.customers:read',
    ]);
    await userEvent.click(await screen.findByRole('row', { name: /Licença CFC/ }));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('button', { name: 'Editar' })).not.toBeInTheDocument();

    arrive();
    await userEvent.click(await screen.findByRole('button', { name: 'Editar' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Mais campos' }));
    expect(screen.getByLabelText('Notas internas')).toHaveValue('Renova em janeiro');
    const title = screen.getByLabelText(/^Título/);
    await userEvent.clear(title);
    await userEvent.type(title, 'Licença CFC Plus');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Contrato salvo')).toBeVisible();
    expect(sent).toEqual([[3, { title: 'Licença CFC Plus' }]]);
  });
});
