import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { Board, Deal, DealSummary, Pipeline } from '@/shared/api/gen';
import { answers, at, problem, profile, server, versionOf } from '@/shared/testing/server';

const stages = [
  { id: 's1', name: 'Novo', type: 'open', probability: 10 },
  { id: 's2', name: 'Proposta', type: 'open', probability: 50 },
  { id: 's3', name: 'Ganho', type: 'won', probability: 100 },
  { id: 's4', name: 'Perdido', type: 'lost', probability: 0 },
] as const;
const pipeline: Pipeline = { id: 'p1', name: 'Vendas', is_default: true, stages: [...stages], version: 0 };
const card = (id: string, title: string, stage: string, cents: number): DealSummary => ({
  id,
  title,
  amount_cents: cents,
  currency: 'BRL',
  pipeline_id: 'p1',
  stage_id: stage,
  status: 'open',
  company_id: 'c1',
  company: { id: 'c1', name: 'Padaria Silva' },
  version: 2,
});
const deal = (...of: Parameters<typeof card>): Deal => ({ ...card(...of), lost_reason: null });
const board = (): Board => ({
  pipeline,
  currency: 'BRL',
  stages: stages.map((stage) => {
    const deals =
      stage.id === 's1'
        ? [card('d1', 'Site novo', 's1', 240_000), card('d2', 'SEO mensal', 's1', 60_000)]
        : [];
    const amount = deals.reduce((sum, one) => sum + one.amount_cents, 0);
    return {
      ...stage,
      count: deals.length,
      amount_cents: amount,
      weighted_cents: Math.round((amount * stage.probability) / 100),
      other_currency_count: 0,
      deals,
      next_cursor: null,
    };
  }),
});

function serveBoard() {
  server.use(
    answers('/api/crm/pipelines', { data: [pipeline], next_cursor: null }),
    answers('/api/crm/pipelines/p1/board', board()),
    answers('/api/crm/deals/d1', deal('d1', 'Site novo', 's1', 240_000)),
    answers('/api/crm/deals/d1/lines', lines()),
    answers('/api/crm/deals/d1/stages', { data: [], next_cursor: null }),
    answers('/api/tenant/users', { data: [], next_cursor: null }),
    answers('/api/views', { data: [], next_cursor: null }),
    answers('/api/crm/next-steps', { data: [], next_cursor: null }),
    answers('/api/crm/lost-reasons', {
      data: [
        { id: 'r1', name: 'Preço', ordinal: 0, archived: false, version: 0 },
        { id: 'r2', name: 'Prazo', ordinal: 1, archived: true, version: 0 },
      ],
      next_cursor: null,
    }),
  );
}

const lines = (...data: object[]) => ({
  data,
  next_cursor: null,
  currency: 'BRL',
  one_off_cents: 0,
  mrr_cents: data.length * 10_000,
  first_year_cents: data.length * 120_000,
});
const hosting = {
  id: 'l1',
  deal_id: 'd1',
  product_id: null,
  description: 'Hospedagem',
  quantity: '1',
  unit_price: '100',
  discount_percent: '0',
  cost_cents: 0,
  charge: 'monthly',
  service_type: null,
  total_cents: 10_000,
  version: 0,
};

const column = (id: string) => screen.getByTestId(`column-${id}`);

async function moveWithTheKeyboard() {
  const card = await screen.findByRole('link', { name: 'Site novo' });
  await act(async () => card.focus());
  await userEvent.keyboard('m');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Proposta' }));
}

describe('the board', () => {
  it('shows count, sum and weighted sum of each column', async () => {
    serveBoard();
    await renderAt('/pipeline');
    await screen.findByRole('link', { name: 'Site novo' });
    expect(column('s1')).toHaveTextContent('Novo2');
    expect(column('s1')).toHaveTextContent(/R\$\s3\.000/);
    expect(column('s1')).toHaveTextContent(/pond\. R\$\s300/);
    expect(document.title).toBe('Funil Vendas · Pulso');
  });

  it('moves a card by the keyboard before the server has answered, naming its version', async () => {
    serveBoard();
    let body: unknown;
    let answer = () => undefined as unknown;
    const answered = new Promise((resolve) => (answer = () => resolve(undefined)));
    server.use(
      http.post(at('/api/crm/deals/d1/move'), async ({ request }) => {
        body = { ...((await request.json()) as object), version: versionOf(request) };
        await answered;
        return HttpResponse.json({ ...deal('d1', 'Site novo', 's2', 240_000), version: 3 });
      }),
    );
    await renderAt('/pipeline');
    await moveWithTheKeyboard();
    await waitFor(() => expect(within(column('s2')).getByText('Site novo')).toBeInTheDocument());
    expect(screen.getByTestId('count-s1')).toHaveTextContent('1');
    expect(column('s2')).toHaveTextContent(/pond\. R\$\s1\.200/);
    await waitFor(() => expect(body).toEqual({ stage_id: 's2', version: 2 }));
    answer();
    // What is still told when the page is gone would be told on the next one.
    expect(await screen.findByText('Site novo em Proposta')).toBeVisible();
  });

  it('a move can be taken back from the message that tells of it', async () => {
    serveBoard();
    const sent: unknown[] = [];
    server.use(
      http.post(at('/api/crm/deals/d1/move'), async ({ request }) => {
        const body = (await request.json()) as { stage_id: string };
        sent.push({ ...body, version: versionOf(request) });
        return HttpResponse.json({
          ...deal('d1', 'Site novo', body.stage_id, 240_000),
          version: 2 + sent.length,
        });
      }),
    );
    await renderAt('/pipeline');
    await moveWithTheKeyboard();
    const message = await screen.findByText('Site novo em Proposta');
    await userEvent.click(screen.getByRole('button', { name: 'Desfazer' }));
    await waitFor(() => expect(within(column('s1')).getByText('Site novo')).toBeInTheDocument());
    await waitFor(() => expect(sent).toHaveLength(2));
    // Where it was: on top of its column, by the version that the first move gave it.
    expect(sent[1]).toEqual({ stage_id: 's1', before_id: 'd2', version: 3 });
    await waitFor(() => expect(message).not.toBeInTheDocument());
    expect(screen.queryByText('Site novo em Novo')).toBeNull();
  });

  it('puts the card back and says why when the server refuses the move', async () => {
    serveBoard();
    server.use(http.post(at('/api/crm/deals/d1/move'), () => problem(412, 'stale')));
    await renderAt('/pipeline');
    await moveWithTheKeyboard();
    expect(await screen.findByText('O negócio voltou para onde estava')).toBeInTheDocument();
    await waitFor(() => expect(within(column('s1')).getByText('Site novo')).toBeInTheDocument());
    expect(screen.getByTestId('count-s1')).toHaveTextContent('2');
    expect(screen.getByTestId('count-s2')).toHaveTextContent('0');
  });

  it('asks for just what the stage requires, and goes on where the card was let go', async () => {
    serveBoard();
    let required = true;
    let patched: unknown;
    server.use(
      http.post(at('/api/crm/deals/d1/move'), () =>
        required
          ? problem(422, 'fields_required', {
              violations: [{ field: 'expected_close_on', message: 'is required', code: 'required' }],
            })
          : HttpResponse.json({ ...deal('d1', 'Site novo', 's2', 240_000), version: 4 }),
      ),
      http.patch(at('/api/crm/deals/d1'), async ({ request }) => {
        required = false;
        patched = await request.json();
        return HttpResponse.json({
          ...deal('d1', 'Site novo', 's1', 240_000),
          expected_close_on: '2027-01-31',
          version: 3,
        });
      }),
    );
    await renderAt('/pipeline');
    await moveWithTheKeyboard();
    const dialog = await screen.findByRole('dialog', { name: 'Para entrar em Proposta' });
    expect(within(column('s1')).getByText('Site novo')).toBeInTheDocument();
    expect(within(dialog).queryByRole('textbox', { name: /Valor/ })).not.toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Salvar e mover' }));
    expect(await within(dialog).findByText('Preencha este campo.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/Fecha em/), '31/01/2027');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Salvar e mover' }));
    await waitFor(() => expect(patched).toEqual({ expected_close_on: '2027-01-31' }));
    await waitFor(() => expect(within(column('s2')).getByText('Site novo')).toBeInTheDocument());
  });

  it('several cards are chosen by the keyboard and moved by one job that can be taken back', async () => {
    serveBoard();
    let ordered: unknown;
    const job = (done: boolean) => ({
      id: 'j1',
      kind: 'deals',
      action: { type: 'move', stage_id: 's2' },
      status: done ? 'done' : 'running',
      total_count: 2,
      done_count: done ? 2 : 0,
      unchanged_count: 0,
      refused_count: 0,
      undoable: done,
      finished_at: done ? '2026-11-30T12:00:00Z' : null,
    });
    server.use(
      http.post(at('/api/crm/deals/bulk'), async ({ request }) => {
        ordered = await request.json();
        return HttpResponse.json(job(false), { status: 202 });
      }),
      answers('/api/bulk-jobs/j1', job(true)),
    );
    await renderAt('/pipeline');
    const card = await screen.findByRole('link', { name: 'Site novo' });
    await act(async () => card.focus());
    await userEvent.keyboard('x{ArrowDown}x');
    const bar = await screen.findByRole('toolbar', { name: 'Seleção' });
    expect(bar).toHaveTextContent('2 selecionados');
    await userEvent.click(within(bar).getByRole('button', { name: 'Mover para…' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Proposta' }));
    await waitFor(() =>
      expect(ordered).toEqual({
        action: { type: 'move', stage_id: 's2' },
        records: [
          { id: 'd1', version: 2 },
          { id: 'd2', version: 2 },
        ],
      }),
    );
    expect(await screen.findByRole('button', { name: 'Desfazer' })).toBeInTheDocument();
    expect(screen.queryByRole('toolbar', { name: 'Seleção' })).not.toBeInTheDocument();
  });

  it('says what is to be done next, and marks what lies too long', async () => {
    serveBoard();
    const rules = stages.map((stage) => ({ ...stage, rotting_days: 5 }));
    const old = new Date(Date.now() - 6.5 * 86_400_000).toISOString();
    const rotting = board();
    for (const one of rotting.stages[0]?.deals ?? []) one.stage_entered_at = old;
    server.use(
      answers('/api/crm/pipelines/p1/board', { ...rotting, pipeline: { ...pipeline, stages: rules } }),
      answers('/api/crm/next-steps', {
        data: [
          {
            deal_id: 'd1',
            activity_id: 'a1',
            type: 'call',
            subject: 'Ligar para Ana',
            due_on: '2020-01-02',
            due_at: null,
          },
        ],
        next_cursor: null,
      }),
    );
    await renderAt('/pipeline', [...profile.permissions, 'crm.activities:read']);
    expect(await screen.findByText(/Ligação atrasada/)).toBeInTheDocument();
    expect(screen.getByText('Sem próximo passo')).toBeInTheDocument();
    expect(screen.getAllByText(/Parado: 6 dias nesta etapa/)).toHaveLength(2);
  });

  it('asks for a reason before a deal is lost', async () => {
    serveBoard();
    let body: unknown;
    server.use(
      http.post(at('/api/crm/deals/d1/lose'), async ({ request }) => {
        body = { ...((await request.json()) as object), version: versionOf(request) };
        return HttpResponse.json({ ...deal('d1', 'Site novo', 's4', 240_000), status: 'lost', version: 3 });
      }),
    );
    await renderAt('/pipeline');
    const card = await screen.findByRole('link', { name: 'Site novo' });
    await act(async () => card.focus());
    await userEvent.keyboard('m');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Perder' }));
    const dialog = await screen.findByRole('dialog', { name: 'Perder negócio' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmar perda' }));
    expect(
      await within(dialog).findByText('Escolha um motivo ou diga por que o negócio se perdeu.'),
    ).toBeInTheDocument();
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Preço' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmar perda' }));
    await waitFor(() => expect(body).toMatchObject({ lost_reason_id: 'r1', reason: null, version: 2 }));
    await waitFor(() => expect(screen.getByTestId('count-s4')).toHaveTextContent('1'));
    let reopened: unknown;
    server.use(
      http.post(at('/api/crm/deals/d1/reopen'), async ({ request }) => {
        reopened = { version: versionOf(request), body: await request.text() };
        return HttpResponse.json({ ...deal('d1', 'Site novo', 's1', 240_000), version: 4 });
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await waitFor(() => expect(reopened).toEqual({ version: 3, body: '' }));
    await waitFor(() => expect(screen.getByTestId('count-s4')).toHaveTextContent('0'));
  });

  it('is lost at the second try when somebody has changed it while one chose the reason', async () => {
    serveBoard();
    let version = 2;
    const sent: unknown[] = [];
    server.use(
      http.get(at('/api/crm/deals/d1'), () =>
        HttpResponse.json({ ...deal('d1', 'Site novo', 's1', 240_000), version }),
      ),
      http.post(at('/api/crm/deals/d1/lose'), async ({ request }) => {
        sent.push(versionOf(request));
        return versionOf(request) === version
          ? HttpResponse.json({ ...deal('d1', 'Site novo', 's4', 240_000), status: 'lost', version: 9 })
          : problem(412, 'stale');
      }),
    );
    await renderAt('/pipeline?deal=d1');
    const panel = await screen.findByRole('dialog', { name: 'Site novo' });
    await userEvent.click(await within(panel).findByRole('button', { name: 'Perder' }));
    const dialog = await screen.findByRole('dialog', { name: 'Perder negócio' });
    version = 3;
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Preço' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmar perda' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Alguém alterou antes de você');
    // What was typed is still there.
    expect(within(dialog).getByRole('button', { name: 'Preço' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmar perda' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sent).toEqual([2, 3]);
  });

  it('wins a deal with its customer and contract in one request', async () => {
    serveBoard();
    let body: Record<string, unknown> = {};
    server.use(
      answers('/api/portfolio/service-types', {
        data: [{ code: 'manutencao_site', name: 'Manutenção de site', built_in: true }],
        next_cursor: null,
      }),
      http.post(at('/api/crm/deals/d1/win'), async ({ request }) => {
        body = { ...((await request.json()) as object), version: versionOf(request) };
        return HttpResponse.json({
          deal: { ...deal('d1', 'Site novo', 's3', 240_000), status: 'won', version: 3 },
          customer: {
            id: 'c1',
            name: 'Padaria Silva',
            kind: 'company',
            billing_status: 'current',
            version: 0,
          },
          contracts: [{ id: 'k1' }],
        });
      }),
    );
    await renderAt('/pipeline');
    const card = await screen.findByRole('link', { name: 'Site novo' });
    await act(async () => card.focus());
    await userEvent.keyboard('m');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Ganhar' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ganhar negócio' });
    await userEvent.click(await within(dialog).findByLabelText(/Tipo de serviço/));
    await userEvent.click(await screen.findByRole('option', { name: 'Manutenção de site' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmar ganho' }));
    expect(await screen.findByText('Padaria Silva com 1 contrato')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Abrir cliente' })).toBeVisible();
    // The card has left the board: the next key still has somewhere to go.
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-card'));
    expect(body).toMatchObject({
      version: 2,
      customer: { name: 'Padaria Silva', kind: 'company', tax_id: null },
      contracts: [
        { service_type: 'manutencao_site', title: 'Site novo', amount_cents: 240_000, cost_cents: 0 },
      ],
    });
  });

  it('closes a sale with its lines: what is missing is chosen where it stands, and told before it is confirmed', async () => {
    serveBoard();
    let typed = false;
    let body: Record<string, unknown> = {};
    server.use(
      answers('/api/crm/deals/d1/lines', lines(hosting)),
      answers('/api/portfolio/service-types', {
        data: [{ code: 'hospedagem_site', name: 'Hospedagem de site', built_in: true }],
        next_cursor: null,
      }),
      http.get(at('/api/crm/deals/d1/closing'), () =>
        HttpResponse.json({
          deal_version: typed ? 3 : 2,
          currency: 'BRL',
          buyer: { match: 'tax_id', customer_id: 'u1', name: 'Padaria Silva', tax_id: null, email: null },
          contracts: [
            {
              line_id: 'l1',
              title: 'Hospedagem',
              service_type: typed ? 'hospedagem_site' : null,
              billing_cycle: 'monthly',
              amount_cents: 10_000,
              cost_cents: 0,
              mrr_cents: 10_000,
              start_on: '2026-12-01',
              first_due_on: '2026-12-10',
            },
          ],
          invoice: null,
          one_off_cents: 0,
          mrr_cents: 10_000,
          cost_cents: 0,
          first_year_cents: 120_000,
          first_due_on: '2026-12-10',
          waits: false,
          gaps: typed ? [] : [{ field: 'service_type', code: 'required', line_id: 'l1' }],
          closing: null,
        }),
      ),
      http.patch(at('/api/crm/deal-lines/l1'), () => {
        typed = true;
        return HttpResponse.json({ ...hosting, service_type: 'hospedagem_site', version: 1 });
      }),
      http.post(at('/api/crm/deals/d1/win'), async ({ request }) => {
        body = { ...((await request.json()) as object), version: versionOf(request) };
        return HttpResponse.json({
          deal: { ...deal('d1', 'Site novo', 's3', 240_000), status: 'won', version: 4 },
          customer: {
            id: 'u1',
            name: 'Padaria Silva',
            kind: 'company',
            billing_status: 'current',
            version: 0,
          },
          contracts: [{ id: 'k1' }],
          closing: { status: 'made', mrr_cents: 10_000, currency: 'BRL', invoice_id: null },
        });
      }),
    );
    await renderAt('/pipeline');
    const card = await screen.findByRole('link', { name: 'Site novo' });
    await act(async () => card.focus());
    await userEvent.keyboard('m');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Ganhar' }));
    const dialog = await screen.findByRole('dialog', { name: 'Fechar venda: Site novo' });
    const confirm = within(dialog).getByRole('button', { name: 'Fechar venda' });
    expect(await within(dialog).findByText('encontrado pelo documento')).toBeVisible();
    expect(within(dialog).getByText(/Escolha o tipo de serviço de cada/)).toBeVisible();
    expect(confirm).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'Tipo de serviço de Hospedagem' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Hospedagem de site' }));
    await waitFor(() => expect(confirm).toBeEnabled());
    await userEvent.click(confirm);
    expect(await screen.findByText('Venda fechada: Site novo')).toBeVisible();
    // What was shown is what is closed: the version that the figures were of.
    expect(body).toMatchObject({
      version: 3,
      customer_id: null,
      sale: { issues_invoice: false, again: false },
    });
  });

  it('opens the form of a new deal with N, but not while one types', async () => {
    serveBoard();
    const { router } = await renderAt('/pipeline');
    const search = await screen.findByRole('searchbox', { name: 'Buscar negócio' });
    await userEvent.type(search, 'n');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.clear(search);
    await act(async () => (await screen.findByRole('link', { name: 'SEO mensal' })).focus());
    await userEvent.keyboard('n');
    expect(await screen.findByRole('dialog', { name: 'Novo negócio' })).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ new: true });
  });

  it('offers nothing to change to a role that only reads', async () => {
    serveBoard();
    await renderAt('/pipeline', ['crm.deals:read', 'crm.pipelines:read']);
    const card = await screen.findByRole('link', { name: 'Site novo' });
    expect(screen.queryByRole('button', { name: /Novo negócio/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Mover para…' })).toBeNull();
    await act(async () => card.focus());
    await userEvent.keyboard('m');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
