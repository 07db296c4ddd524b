import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { id } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { customer, everything, invoice, readOnly, revenue } from '@/app/testing/revenue';
import type { Invoice } from '@/shared/api/gen';
import { answers, at, problem, server, versionOf } from '@/shared/testing/server';

revenue();

describe('an invoice', () => {
  it('shows where it stands, what was paid, and how to pay the rest', async () => {
    server.use(
      answers(`/api/invoices/${invoice.id}/timeline`, {
        data: [
          {
            id: id('700'),
            kind: 'payment',
            event: 'received',
            at: '2026-11-16T11:42:07Z',
            made_by_id: null,
            record_type: 'invoice',
            record_id: invoice.id,
            title: '418',
            amount_cents: 20_000,
            currency: 'BRL',
            activity: null,
            change: null,
            payment: { method: 'pix', paid_on: '2026-11-14', reference: 'E2E 7' },
          },
        ],
        next_cursor: null,
      }),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    expect(await screen.findByRole('heading', { name: 'Fatura 000418' })).toBeVisible();
    expect(screen.getByText('Parcialmente paga')).toBeVisible();
    const paid = await screen.findByText(/^Pagamento recebido:/);
    expect(paid).toHaveTextContent(/^Pagamento recebido: R\$\s200,00$/);
    expect(screen.getByText('Pix · em 14/11/2026 · E2E 7')).toBeVisible();
    expect(await screen.findByRole('img', { name: /QR code do Pix de R\$\s350,00/ })).toBeVisible();
    expect(screen.getByLabelText('Código Pix copia e cola')).toHaveValue('00020126');
  });

  it('asks for the Pix key where there is none', async () => {
    server.use(
      http.get(at(`/api/invoices/${invoice.id}/pix`), () =>
        problem(409, 'pix_key_missing', { detail: 'no key' }),
      ),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    expect(await screen.findByRole('link', { name: 'Informar chave Pix' })).toHaveAttribute(
      'href',
      '/settings/company',
    );
  });

  it('a payment that got no answer is sent again with the same key, another amount with another', async () => {
    const keys: (string | null)[] = [];
    let broken = true;
    server.use(
      http.post(at(`/api/invoices/${invoice.id}/payments`), async ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        const { amount_cents } = (await request.json()) as { amount_cents: number };
        if (broken) return HttpResponse.error();
        if (amount_cents > 10_000) {
          return problem(409, 'over_payment', {
            violations: [{ field: 'amount_cents', message: 'more than open', code: 'over_payment' }],
          });
        }
        return HttpResponse.json({ ...invoice.payments?.[0], amount_cents }, { status: 201 });
      }),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Registrar pagamento' }));
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Registrar' });
    const amount = within(dialog).getByLabelText(/Valor recebido/);

    await userEvent.clear(amount);
    await userEvent.type(amount, '350,01');
    await userEvent.click(submit);
    expect(await within(dialog).findByText(/Mais que o valor em aberto/)).toBeVisible();
    expect(keys).toEqual([]);

    await userEvent.clear(amount);
    await userEvent.type(amount, '150');
    await userEvent.click(submit);
    expect(await within(dialog).findByText('Sem conexão com o servidor')).toBeVisible();
    broken = false;
    await userEvent.click(submit);
    expect(await within(dialog).findByText('O pagamento é maior que o valor em aberto.')).toBeVisible();
    await userEvent.clear(amount);
    await userEvent.type(amount, '100');
    await userEvent.click(submit);
    expect(await screen.findByText('Pagamento registrado')).toBeVisible();
    expect(keys).toHaveLength(3);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('offers a reader nothing but to read', async () => {
    await renderAt(`/invoices/${invoice.id}`, readOnly);
    expect(await screen.findByRole('button', { name: 'PDF' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Registrar pagamento' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Cancelar fatura' })).not.toBeInTheDocument();
  });

  it('is issued as it was looked at: a draft that another has changed is read again first', async () => {
    let present: Invoice = { ...invoice, status: 'draft', number: null, issued_on: null, paid_cents: 0 };
    const sent: unknown[] = [];
    server.use(
      http.get(at('/api/invoices/:id'), () => HttpResponse.json(present)),
      http.post(at('/api/invoices/:id/issue'), ({ request }) => {
        sent.push(versionOf(request));
        if (sent.length === 1) {
          present = { ...present, version: present.version + 1 };
          return problem(412, 'stale', { current_version: present.version });
        }
        return HttpResponse.json({ ...present, status: 'issued', number: 419, version: present.version + 1 });
      }),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Emitir' }));
    const dialog = await screen.findByRole('dialog', { name: 'Emitir esta fatura?' });
    const confirm = within(dialog).getByRole('button', { name: 'Emitir' });
    await userEvent.click(confirm);
    expect(await within(dialog).findByRole('alert')).toBeVisible();
    await userEvent.click(confirm);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sent).toEqual([invoice.version, invoice.version + 1]);
  });

  it('by hand: adds up its lines and is created once, however often one clicks', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post(at('/api/invoices'), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ ...invoice, status: 'draft', number: null }, { status: 201 });
      }),
    );
    const { router } = await renderAt(`/invoices/new?customer_id=${customer.id}`, everything);
    await waitFor(() => expect(screen.getByLabelText(/^Cliente/)).toHaveValue(customer.name));
    await userEvent.type(screen.getByLabelText('Descrição'), 'Logotipo');
    await userEvent.clear(screen.getByLabelText('Qtd.'));
    await userEvent.type(screen.getByLabelText('Qtd.'), '1,5');
    await userEvent.type(screen.getByLabelText('Unitário'), '800');
    expect(screen.getAllByText('R$ 1.200,00')).toHaveLength(2);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Criar rascunho' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/invoices/${invoice.id}`));
    expect(bodies).toEqual([
      {
        customer_id: customer.id,
        contract_id: null,
        due_on: null,
        notes: null,
        items: [{ description: 'Logotipo', kind: 'service', quantity: '1.5', unit_price: '800' }],
      },
    ]);
  });
});
