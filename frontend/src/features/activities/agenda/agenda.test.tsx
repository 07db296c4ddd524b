import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { Activity, ActivityCreate, ActivityPatch } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';

const id = (last: number) => `01939f6c-7a3e-7cc1-9c0e-${String(last).padStart(12, '0')}`;
const rights = ['crm.activities:read', 'crm.activities:write', 'company.settings:read', 'people.users:read'];

const activity = (last: number, rest: Partial<Activity>): Activity => ({
  id: id(last),
  type: 'meeting',
  subject: `Reunião ${last}`,
  status: 'open',
  due_on: '2026-12-02',
  due_at: '2026-12-02T13:00:00Z',
  duration_minutes: 60,
  description: null,
  mentioned_ids: [],
  version: 1,
  ...rest,
});

let activities: Activity[] = [];
let asked: URLSearchParams[] = [];
let sent: unknown[] = [];

beforeEach(() => {
  activities = [
    activity(1, {}),
    activity(2, { type: 'task', subject: 'Enviar proposta', due_at: null, duration_minutes: null }),
  ];
  asked = [];
  sent = [];
  server.use(
    http.get(at('/api/crm/activities'), ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({ data: activities, next_cursor: null });
    }),
    http.patch(at('/api/crm/activities/:id'), async ({ request, params }) => {
      const body = (await request.json()) as ActivityPatch;
      sent.push([params.id, request.headers.get('If-Match'), body]);
      activities = activities.map((one) =>
        one.id === params.id ? ({ ...one, ...body, version: one.version + 1 } as Activity) : one,
      );
      return HttpResponse.json(activities.find((one) => one.id === params.id));
    }),
    http.post(at('/api/crm/activities'), async ({ request }) => {
      const body = (await request.json()) as ActivityCreate;
      sent.push(body);
      activities = [...activities, activity(9, { ...(body as Partial<Activity>), due_on: '2026-12-02' })];
      return HttpResponse.json(activities.at(-1), { status: 201 });
    }),
    answers('/api/tenant/users', { data: [], next_cursor: null }),
    answers('/api/tenant/business-hours', {
      version: 0,
      days: [{ weekday: 3, intervals: [{ opens: '09:00', closes: '18:00' }] }],
    }),
    answers('/api/tenant/holidays', {
      year: 2026,
      data: [{ id: id(70), day: '2026-12-04', name: 'Aniversário', version: 0 }],
    }),
  );
});

const item = (name: RegExp) => screen.findByRole('button', { name });

describe('the agenda', () => {
  it('asks for the days it shows and no others', async () => {
    await renderAt('/agenda?day=2026-12-02', rights);
    expect(await item(/Reunião 1/)).toBeInTheDocument();
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      due_on_from: '2026-11-29',
      due_on_to: '2026-12-05',
      sort: 'due_on',
    });
    expect(asked[0]?.get('owner_id')).toBeTruthy();
    expect(screen.getByText('Aniversário')).toBeInTheDocument();
    // Before and after the hours of Wednesday; the other days are closed as a whole.
    await waitFor(() => expect(screen.getAllByTestId('closed')).toHaveLength(8));
  });

  it('leafs by months and shows a day', async () => {
    const user = userEvent.setup();
    await renderAt('/agenda?day=2026-12-02&owner_id=all', rights);
    await user.click(await screen.findByRole('button', { name: 'Mês' }));
    expect(await screen.findByTestId('month-grid')).toBeInTheDocument();
    await waitFor(() => expect(asked.at(-1)?.get('due_on_from')).toBe('2026-11-29'));
    expect(asked.at(-1)?.get('owner_id')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Mês anterior' }));
    await waitFor(() => expect(asked.at(-1)?.get('due_on_from')).toBe('2026-11-01'));
    await user.click(screen.getByRole('button', { name: 'Mês seguinte' }));
    await user.click(within(screen.getByTestId('month-grid')).getByRole('button', { name: '3' }));
    await waitFor(() => expect(asked.at(-1)?.get('due_on_to')).toBe('2026-12-03'));
  });

  it('moves by the keyboard, once for all keys, and back', async () => {
    const user = userEvent.setup();
    await renderAt('/agenda?day=2026-12-02', rights);
    (await item(/Reunião 1/)).focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}+');
    await waitFor(() =>
      expect(sent).toEqual([[id(1), '"1"', { due_at: '2026-12-03T13:30:00.000Z', duration_minutes: 75 }]]),
    );
    await user.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await waitFor(() =>
      expect(sent[1]).toEqual([id(1), '"2"', { due_at: '2026-12-02T13:00:00Z', duration_minutes: 60 }]),
    );
  });

  it('moves what has a day only by days', async () => {
    const user = userEvent.setup();
    await renderAt('/agenda?day=2026-12-02', rights);
    (await item(/Enviar proposta/)).focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowLeft}{/Shift}');
    await waitFor(() =>
      expect(sent).toEqual([[id(2), '"1"', { due_on: '2026-12-01', duration_minutes: null }]]),
    );
  });

  it('is dragged, and let be by Escape', async () => {
    await renderAt('/agenda?day=2026-12-02', rights);
    const meeting = await item(/Reunião 1/);
    fireEvent.pointerDown(meeting, { button: 0, pointerType: 'mouse', clientX: 10, clientY: 100 });
    fireEvent.pointerMove(window, { clientX: 10, clientY: 148 });
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(window);
    fireEvent.pointerDown(meeting, { button: 0, pointerType: 'mouse', clientX: 10, clientY: 100 });
    fireEvent.pointerMove(window, { clientX: 10, clientY: 148 });
    fireEvent.pointerUp(window);
    await waitFor(() =>
      expect(sent).toEqual([[id(1), '"1"', { due_at: '2026-12-02T14:00:00.000Z', duration_minutes: 60 }]]),
    );
    fireEvent.pointerDown(screen.getByTestId(`length-${id(1)}`), {
      button: 0,
      pointerType: 'mouse',
      clientX: 10,
      clientY: 100,
    });
    fireEvent.pointerMove(window, { clientX: 10, clientY: 124 });
    fireEvent.pointerUp(window);
    await waitFor(() => expect(sent[1]).toMatchObject([id(1), '"2"', { duration_minutes: 90 }]));
  });

  it('goes back where it was when that is refused', async () => {
    const user = userEvent.setup();
    server.use(
      http.patch(at('/api/crm/activities/:id'), () => problem(412, 'stale', { current_version: 2 })),
    );
    await renderAt('/agenda?day=2026-12-02', rights);
    (await item(/Reunião 1/)).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(await item(/10:15/)).toBeInTheDocument();
    expect(await item(/10:00/)).toBeInTheDocument();
  });

  it('makes what is typed on an hour', async () => {
    const user = userEvent.setup();
    await renderAt('/agenda?day=2026-12-02&view=day', rights);
    await item(/Reunião 1/);
    screen.getByRole('button', { name: 'Nova atividade: qua 02/12 09:00' }).focus();
    await user.keyboard('{ArrowDown}L');
    await user.keyboard('igar{Enter}');
    await waitFor(() =>
      expect(sent).toMatchObject([{ type: 'task', subject: 'Ligar', due_at: '2026-12-02T12:30:00.000Z' }]),
    );
  });

  it('offers nothing to who may only read', async () => {
    const user = userEvent.setup();
    await renderAt('/agenda?day=2026-12-02', ['crm.activities:read']);
    (await item(/Reunião 1/)).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.queryByRole('button', { name: /^Nova atividade/ })).toBeNull();
    expect(screen.queryByTestId('closed')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('makes an address for other calendars, shown once, and ends it', async () => {
    const user = userEvent.setup();
    let status = 'none';
    server.use(
      http.get(at('/api/crm/calendar-feed'), () =>
        HttpResponse.json({
          status,
          created_at: status === 'none' ? null : '2026-12-01T12:00:00Z',
          last_used_at: null,
        }),
      ),
      http.post(at('/api/crm/calendar-feed'), () => {
        status = 'active';
        return HttpResponse.json(
          { url: 'https://pulso.example/feed.ics', created_at: '2026-12-01T12:00:00Z' },
          { status: 201 },
        );
      }),
      http.delete(at('/api/crm/calendar-feed'), () => {
        status = 'none';
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderAt('/agenda?day=2026-12-02', rights);
    await user.click(await screen.findByRole('button', { name: 'Assinar no seu calendário' }));
    await user.click(await screen.findByRole('button', { name: 'Criar endereço' }));
    expect(await screen.findByRole('textbox', { name: 'Endereço do calendário' })).toHaveValue(
      'https://pulso.example/feed.ics',
    );
    await user.click(await screen.findByRole('button', { name: 'Encerrar' }));
    expect(await screen.findByRole('button', { name: 'Criar endereço' })).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Endereço do calendário' })).toBeNull();
  });
});
