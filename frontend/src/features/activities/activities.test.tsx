import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { Activity, ActivityCreate, Company } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';

const id = (last: number) => `01939f6c-7a3e-7cc1-9c0e-${String(last).padStart(12, '0')}`;
const page = <T,>(data: T[]) => ({ data, next_cursor: null });
const company: Company = { id: id(900), name: 'Padaria Sol', notes: null, version: 1 };
const rights = ['crm.activities:read', 'crm.activities:write', 'crm.companies:read', 'people.users:read'];

const task = (last: number, rest: Partial<Activity> = {}): Activity => ({
  id: id(last),
  type: 'call',
  subject: `Ligar ${last}`,
  status: 'open',
  due_on: '2020-01-31',
  company_id: company.id,
  company: { id: company.id, name: company.name },
  owner_id: 'u1',
  owner: { id: 'u1', name: 'Maria Alves' },
  description: null,
  mentioned_ids: [],
  created_at: '2020-01-01T12:00:00Z',
  version: 1,
  ...rest,
});

let activities: Activity[] = [];
let asked: URLSearchParams[] = [];
let sent: [string, unknown][] = [];
/** How often the timeline was read. */
let told = 0;

/** As the server keeps them: what is written is read. */
function serve() {
  const change = (which: string, rest: Partial<Activity>) => {
    activities = activities.map((one) =>
      one.id === which ? { ...one, ...rest, version: one.version + 1 } : one,
    );
    return activities.find((one) => one.id === which) as Activity;
  };
  const make = (body: ActivityCreate): Activity => {
    const done = body.type === 'note' || Boolean(body.completed_at);
    const made = task(activities.length + 1, {
      ...(body as Partial<Activity>),
      status: done ? 'completed' : 'open',
      completed_at: done ? '2026-12-01T17:30:00Z' : null,
    });
    activities = [...activities, made];
    return made;
  };
  server.use(
    http.get(at('/api/crm/activities'), ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      return HttpResponse.json(
        page(activities.filter(({ status }) => status === searchParams.get('status'))),
      );
    }),
    http.post(at('/api/crm/activities'), async ({ request }) => {
      const body = (await request.json()) as ActivityCreate;
      sent.push(['create', body]);
      return HttpResponse.json(make(body), { status: 201 });
    }),
    http.delete(at('/api/crm/activities/:id'), ({ params }) => {
      sent.push(['delete', params.id]);
      activities = activities.filter((one) => one.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(at('/api/crm/activities/:id/complete'), async ({ request, params }) => {
      const { next, ...body } = (await request.json()) as { next?: ActivityCreate; outcome?: string };
      sent.push(['complete', { ...body, next }]);
      const activity = change(String(params.id), {
        status: 'completed',
        outcome: body.outcome ?? null,
        completed_at: '2026-12-01T17:30:00Z',
      });
      return HttpResponse.json({ activity, next: next ? make(next) : null, repeated: null });
    }),
    http.post(at('/api/crm/activities/:id/reopen'), ({ params }) => {
      sent.push(['reopen', params.id]);
      return HttpResponse.json(change(String(params.id), { status: 'open', completed_at: null }));
    }),
    http.get(at(`/api/crm/companies/${company.id}/timeline`), () => {
      told++;
      return HttpResponse.json(page([]));
    }),
    answers('/api/tenant/users', page([])),
    answers('/api/crm/companies', page([company])),
    answers(`/api/crm/companies/${company.id}`, company),
  );
}

beforeEach(() => {
  activities = [task(1), task(2, { type: 'meeting', subject: 'Reunião de início' })];
  asked = [];
  sent = [];
  told = 0;
  sessionStorage.clear();
  serve();
});

const box = (subject: string) => screen.findByRole('checkbox', { name: `Concluir: ${subject}` });

describe('the list of activities', () => {
  it('asks for what is mine to do, in the order in which it is due', async () => {
    await renderAt('/activities', rights);
    expect(await screen.findByRole('row', { name: /Ligar 1/ })).toBeInTheDocument();
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({ status: 'open', sort: 'due_on' });
    expect(asked[0]?.get('owner_id')).toBeTruthy();
    expect(screen.getAllByText('atrasada').length).toBe(2);
  });

  it('narrows by the address', async () => {
    await renderAt('/activities?owner_id=all&due=today&type=call', rights);
    await screen.findByRole('row', { name: /Ligar 1/ });
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({ due: 'today', type: 'call' });
    expect(asked[0]?.get('owner_id')).toBeNull();
  });

  it('completes at a click, and takes it back', async () => {
    await renderAt('/activities', rights);
    await userEvent.click(await box('Ligar 1'));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Ligar 1/ })).not.toBeInTheDocument());
    expect(sent).toEqual([['complete', { next: undefined }]]);
    await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
    expect(await screen.findByRole('row', { name: /Ligar 1/ })).toBeInTheDocument();
    expect(await box('Ligar 1')).not.toBeChecked();
    expect(sent.at(-1)).toEqual(['reopen', id(1)]);
  });

  it('completes by a key on the row, and shows again what could not be completed', async () => {
    await renderAt('/activities', rights);
    const row = await screen.findByRole('row', { name: /Ligar 1/ });
    within(row)
      .getByRole('link', { name: /Ligar 1/ })
      .focus();
    server.use(http.post(at('/api/crm/activities/:id/complete'), () => problem(403, 'forbidden')));
    await userEvent.keyboard('e');
    expect(await screen.findByText('Sem permissão')).toBeVisible();
    expect(await box('Ligar 1')).not.toBeChecked();
    server.resetHandlers();
    serve();
    within(row)
      .getByRole('link', { name: /Ligar 1/ })
      .focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Ligar 1/ })).not.toBeInTheDocument());
  });

  it('asks for outcome and next step when Enter is pressed on the box, and takes both back', async () => {
    await renderAt('/activities', rights);
    (await box('Ligar 1')).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Concluir atividade' });
    await userEvent.type(within(dialog).getByLabelText('Resultado'), 'Atendeu');
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'Próximo passo' }));
    await userEvent.click(await screen.findByRole('option', { name: 'E-mail' }));
    await userEvent.type(within(dialog).getByLabelText(/^Assunto/), 'Enviar proposta');
    await userEvent.type(within(dialog).getByLabelText('Dia'), '02122026');
    await userEvent.type(within(dialog).getByLabelText('Hora'), '9h30');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Concluir' }));
    expect(await screen.findByRole('row', { name: /Enviar proposta/ })).toBeInTheDocument();
    expect(sent).toEqual([
      [
        'complete',
        {
          outcome: 'Atendeu',
          next: { type: 'email', subject: 'Enviar proposta', due_at: '2026-12-02T12:30:00.000Z' },
        },
      ],
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /Enviar proposta/ })).not.toBeInTheDocument(),
    );
    expect(sent.slice(1)).toEqual([
      ['delete', id(3)],
      ['reopen', id(1)],
    ]);
  });
});

describe('the activities of a record', () => {
  const open = () => renderAt(`/companies?id=${company.id}`, rights);
  const composer = () => screen.findByRole('textbox', { name: 'Nova atividade' });

  it('are absent for who may not read them, and have no composer for who may not write', async () => {
    const { unmount } = await renderAt(`/companies?id=${company.id}`, ['crm.companies:read']);
    const panel = await screen.findByRole('dialog', { name: 'Padaria Sol' });
    expect(await within(panel).findByRole('heading', { name: 'Linha do tempo' })).toBeVisible();
    expect(within(panel).queryByRole('heading', { name: 'Atividades' })).not.toBeInTheDocument();
    expect(asked).toEqual([]);
    unmount();
    await renderAt(`/companies?id=${company.id}`, ['crm.companies:read', 'crm.activities:read']);
    expect(await screen.findByRole('link', { name: 'Ligar 1' })).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Nova atividade' })).not.toBeInTheDocument();
    expect(await box('Ligar 1')).toBeDisabled();
  });

  it('are chosen by the keys 1 to 5, and keep what was begun', async () => {
    const { unmount } = await open();
    await composer();
    screen.getByRole('radio', { name: /^Nota/ }).focus();
    await userEvent.keyboard('5');
    expect(screen.getByRole('radio', { name: /^Tarefa/ })).toBeChecked();
    expect(screen.getByRole('radio', { name: /^Tarefa/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await composer()).toHaveFocus();
    await userEvent.keyboard('Enviar 5 amostras');
    unmount();
    await open();
    expect(await composer()).toHaveValue('Enviar 5 amostras');
    expect(screen.getByRole('radio', { name: /^Tarefa/ })).toBeChecked();
  });

  it('are written down by Ctrl+Enter, and ask for the next step after a call', async () => {
    await open();
    await composer();
    await userEvent.click(screen.getByRole('radio', { name: /^Ligação/ }));
    await userEvent.type(await composer(), 'Falei com Helena{Enter}Quer desconto');
    await userEvent.type(screen.getByLabelText('Resultado'), 'Aprovou');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Próximo passo?')).toBeVisible();
    expect(sent).toEqual([
      [
        'create',
        {
          type: 'call',
          subject: 'Falei com Helena',
          description: 'Quer desconto',
          completed_at: expect.any(String),
          outcome: 'Aprovou',
          company_id: company.id,
        },
      ],
    ]);
    expect(await composer()).toHaveValue('');
    // What was done is history at once.
    await waitFor(() => expect(told).toBeGreaterThan(1));
    await userEvent.click(screen.getByRole('button', { name: 'Tarefa' }));
    expect(await composer()).toHaveFocus();
    expect(screen.getByLabelText('Dia')).toBeVisible();
  });

  it('keep the words that could not be saved, and say why', async () => {
    server.use(http.post(at('/api/crm/activities'), () => problem(500, 'unexpected')));
    await open();
    await userEvent.type(await composer(), 'Pediu silêncio');
    await userEvent.click(screen.getByRole('button', { name: /^Salvar/ }));
    expect(await screen.findByText('O servidor falhou')).toBeVisible();
    expect(await composer()).toHaveValue('Pediu silêncio');
  });
});
