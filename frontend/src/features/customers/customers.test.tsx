import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { customer, everything, invoiceRow, revenue } from '@/app/testing/revenue';
import { at, problem, server } from '@/shared/testing/server';

revenue();

describe('customers', () => {
  it('a tax id that is taken is told beside its field', async () => {
    server.use(
      http.post(at('/api/customers'), () =>
        problem(409, 'duplicate', {
          violations: [{ field: 'tax_id', message: 'tax_id is already taken', code: 'duplicate' }],
        }),
      ),
    );
    await renderAt('/customers?new=true', everything);
    await userEvent.type(await screen.findByLabelText(/^Nome \*/), 'João Silva');
    await userEvent.type(screen.getByLabelText('CPF ou CNPJ'), '52998224725');
    expect(screen.getByLabelText('CPF ou CNPJ')).toHaveValue('529.982.247-25');
    // A CPF makes it a person.
    expect(screen.getByRole('combobox', { name: /^Tipo/ })).toHaveTextContent('Pessoa');
    await userEvent.click(screen.getByRole('button', { name: 'Criar cliente' }));
    expect(await screen.findByText('Já está em uso.')).toBeVisible();
    expect(screen.getByLabelText('CPF ou CNPJ')).toHaveAccessibleDescription('Já está em uso.');
  });

  it('are put in the order of their age by its header', async () => {
    const sorts: (string | null)[] = [];
    server.use(
      http.get(at('/api/invoices'), ({ request }) => {
        sorts.push(new URL(request.url).searchParams.get('sort'));
        return HttpResponse.json(page(invoiceRow));
      }),
    );
    await renderAt('/invoices', everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Atraso' }));
    await waitFor(() => expect(sorts.at(-1)).toBe('due_on'));
    expect(screen.getByRole('columnheader', { name: 'Atraso' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('a list that could not be read says so and can be asked again', async () => {
    server.use(http.get(at('/api/customers'), () => problem(500, 'unexpected'), { once: true }));
    await renderAt('/customers', everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Tentar de novo' }));
    expect(await screen.findByText(customer.name)).toBeVisible();
  });
});
