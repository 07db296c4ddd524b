import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Notification, NotificationPreferences } from '@/shared/api/gen';
import { at, server, versionOf } from '@/shared/testing/server';
import { Bell } from './Bell';

const details = {
  list_kind: null,
  record_count: null,
  refused_count: null,
  status: null,
  due_at: null,
  score: null,
  threshold: null,
  amount_cents: null,
  currency: null,
  due_on: null,
};
const mention: Notification = {
  id: 'n1',
  kind: 'mentioned',
  status: 'unread',
  record: { type: 'activity', id: 'a1', name: 'Ligar para Helena' },
  about: { type: 'company', id: 'c1', name: 'Padaria Central' },
  caused_by: { id: 'u2', name: 'Rui' },
  details,
  created_at: new Date().toISOString(),
  read_at: null,
};
const many: Notification = {
  ...mention,
  id: 'n2',
  kind: 'assigned',
  record: null,
  about: null,
  details: { ...details, list_kind: 'leads', record_count: 3412 },
  created_at: '2026-01-02T12:00:00Z',
};

/** A server that remembers what was read. */
function answersNotifications(given: Notification[]) {
  let rows = given;
  const until: string[] = [];
  const read = (id: unknown, status: 'read' | 'unread') => {
    rows = rows.map((row) => (row.id === id ? { ...row, status } : row));
    return HttpResponse.json(rows.find((row) => row.id === id));
  };
  server.use(
    http.get(at('/api/notifications'), ({ request }) => {
      const status = new URL(request.url).searchParams.get('status');
      return HttpResponse.json({
        data: rows.filter((row) => !status || row.status === status),
        next_cursor: null,
      });
    }),
    http.get(at('/api/notifications/unread-count'), () =>
      HttpResponse.json({ unread_count: rows.filter((row) => row.status === 'unread').length, more: false }),
    ),
    http.post(at('/api/notifications/read-all'), async ({ request }) => {
      until.push(((await request.json()) as { until: string }).until);
      rows = rows.map((row) => ({ ...row, status: 'read' }));
      return HttpResponse.json({ unread_count: 0, more: false });
    }),
    http.post(at('/api/notifications/:id/read'), ({ params }) => read(params.id, 'read')),
    http.post(at('/api/notifications/:id/unread'), ({ params }) => read(params.id, 'unread')),
  );
  return until;
}

describe('the bell', () => {
  it('counts, tells by days, and leads to what a mention is about, which is read then', async () => {
    answersNotifications([mention, many]);
    // Loaded beforehand: the shell waits for a quiet moment.
    expect(Bell).toBeDefined();
    await renderAt('/settings/profile', readsAndWrites('crm.companies', 'crm.activities', 'crm.leads'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Notificações, 2 não lidas' }, { timeout: 8_000 }),
    );
    const panel = await screen.findByRole('dialog', { name: 'Notificações' });
    const link = await within(panel).findByRole('link', { name: /Rui mencionou você em Ligar para Helena/ });
    expect(link).toHaveTextContent('Padaria Central');
    expect(link).toHaveAttribute('href', '/companies?id=c1');
    expect(within(panel).getByRole('heading', { name: 'hoje' })).toBeVisible();
    expect(within(panel).getByText('Rui passou 3.412 leads para você')).toBeVisible();
    // By keys: arrows from one to the next.
    link.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(within(panel).getByRole('link', { name: /3.412 leads/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(link).toHaveFocus();
    // One is marked, and is not one of the unread any more.
    const [first] = within(panel).getAllByRole('button', { name: 'Marcar como lida' });
    await userEvent.click(first as HTMLElement);
    expect(await screen.findByRole('button', { name: 'Notificações, 1 não lida' })).toBeInTheDocument();
    await userEvent.click(within(panel).getByRole('button', { name: 'Não lidas' }));
    await waitFor(() => expect(within(panel).queryByText(/Ligar para Helena/)).not.toBeInTheDocument());
  });

  it('marks all as read up to the newest that is shown', async () => {
    const until = answersNotifications([mention, many]);
    await renderAt('/settings/profile', readsAndWrites('crm.leads'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Notificações, 2 não lidas' }, { timeout: 8_000 }),
    );
    const panel = await screen.findByRole('dialog', { name: 'Notificações' });
    await within(panel).findByText(/3.412 leads/);
    await userEvent.click(within(panel).getByRole('button', { name: 'Marcar todas como lidas' }));
    expect(await screen.findByRole('button', { name: 'Notificações' })).toBeInTheDocument();
    expect(until).toEqual([mention.created_at]);
  });

  it('says what will be there when there is nothing', async () => {
    answersNotifications([]);
    await renderAt('/settings/profile', readsAndWrites('crm.leads'));
    await userEvent.click(await screen.findByRole('button', { name: 'Notificações' }, { timeout: 8_000 }));
    expect(await screen.findByText('Nenhuma notificação')).toBeVisible();
  });
});

it('what reaches a person is chosen in its profile, based on what was seen', async () => {
  const present: NotificationPreferences = {
    digest_hour: 8,
    choices: [
      { kind: 'mentioned', in_app: true, mail: 'at_once' },
      { kind: 'assigned', in_app: true, mail: 'none' },
    ],
    version: 3,
  };
  const sent: unknown[] = [];
  server.use(
    http.get(at('/api/notifications/preferences'), () => HttpResponse.json(present)),
    http.put(at('/api/notifications/preferences'), async ({ request }) => {
      const body = (await request.json()) as NotificationPreferences;
      sent.push({ ...body, based: versionOf(request) });
      return HttpResponse.json({ ...body, version: 4 });
    }),
  );
  await renderAt('/settings/profile', readsAndWrites('crm.leads'));
  const box = await screen.findByRole('checkbox', { name: 'Mencionam você: No sino' });
  await userEvent.click(box);
  await userEvent.click(screen.getByRole('combobox', { name: 'Passam um registro para você: Por e-mail' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Resumo do dia' }));
  const section = screen.getByRole('table').closest('form') as HTMLElement;
  await userEvent.click(within(section).getByRole('button', { name: 'Salvar' }));
  expect(await screen.findByText('Preferências salvas')).toBeVisible();
  expect(sent).toEqual([
    {
      digest_hour: 8,
      choices: [
        { kind: 'mentioned', in_app: false, mail: 'at_once' },
        { kind: 'assigned', in_app: true, mail: 'daily' },
      ],
      based: 3,
    },
  ]);
});
