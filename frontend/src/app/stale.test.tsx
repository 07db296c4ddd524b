import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { answers, at, problem, profile, server, versionOf } from '@/shared/testing/server';
import { renderAt } from './testing/renderAt';

const permissions = ['people.users', 'access.roles', 'company.settings'].flatMap((area) => [
  `${area}:read`,
  `${area}:write`,
]);
const page = (...data: object[]) => ({ data, next_cursor: null });

/**
 * A record at `path` that somebody else changes to `theirs` just before the first write arrives: that one is refused, the next
 * one is taken when it is based on the version that is true. Gives back what was sent.
 */
function serveChanging<R extends { version: number }>(
  path: string,
  mine: R,
  theirs: R,
  listed?: { path: string; of: (record: R) => JsonBodyType },
) {
  let present = mine;
  const sent: unknown[] = [];
  server.use(
    http.get(at(path), () => HttpResponse.json(present as unknown as JsonBodyType)),
    ...(listed ? [http.get(at(listed.path), () => HttpResponse.json(listed.of(present)))] : []),
    http.patch(at(path), async ({ request }) => {
      const body = (await request.json()) as Partial<R>;
      sent.push({ version: versionOf(request), ...body });
      if (present === mine) present = theirs;
      if (versionOf(request) !== present.version) return problem(412, 'stale');
      present = { ...present, ...body, version: present.version + 1 };
      return HttpResponse.json(present as unknown as JsonBodyType);
    }),
  );
  return sent;
}

const type = async (label: string, words: string) => {
  const field = await screen.findByLabelText(new RegExp(`^${label}`));
  await userEvent.clear(field);
  await userEvent.type(field, words);
  return field;
};
const save = () => userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
const told = () => screen.findByText('Alguém alterou este registro enquanto você editava');

describe('a record that somebody else has changed while its form was open', () => {
  it('team: what was typed stays, and the second try is based on the present version', async () => {
    const team = { id: 'e1', name: 'Vendas', member_count: 2, version: 1 };
    const sent = serveChanging(
      '/api/teams/e1',
      team,
      { ...team, name: 'Vendas SP', version: 2 },
      { path: '/api/teams', of: page },
    );
    await renderAt('/settings/teams', permissions);
    await userEvent.click(await screen.findByRole('button', { name: 'Renomear Vendas' }));
    const field = await type('Nome da equipe', 'Comercial');
    await save();
    expect(await told()).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Nome da equipe: Vendas → Vendas SP');
    expect(field).toHaveValue('Comercial');
    await save();
    await waitFor(() => expect(field).not.toBeInTheDocument());
    expect(sent).toEqual([
      { version: 1, name: 'Comercial' },
      { version: 2, name: 'Comercial' },
    ]);
  });

  it('holiday: only what was typed is sent, not the day that another has put right', async () => {
    const holiday = { id: 'h1', day: '2026-07-09', name: 'Revolução', version: 1 };
    const sent = serveChanging(
      '/api/tenant/holidays/h1',
      holiday,
      { ...holiday, day: '2026-07-10', version: 2 },
      { path: '/api/tenant/holidays', of: page },
    );
    server.use(
      answers('/api/tenant/business-hours', { days: [], version: 1 }),
      answers('/api/tenant/national-holidays', page()),
    );
    await renderAt('/settings/calendar?year=2026', permissions);
    await userEvent.click(await screen.findByRole('button', { name: 'Editar Revolução' }));
    const field = await type('Nome', 'Data magna');
    await save();
    expect(await told()).toBeVisible();
    await save();
    await waitFor(() => expect(field).not.toBeInTheDocument());
    expect(sent).toEqual([
      { version: 1, name: 'Data magna' },
      { version: 2, name: 'Data magna' },
    ]);
  });

  it('user: the form is not made anew, whether the change is heard of or met', async () => {
    const user = {
      ...{ id: '01939f6c-7a3e-7cc1-9c0e-000000000002', name: 'Ana Prado', email: 'ana@pixel12.com.br' },
      ...{ role: 'agent', status: 'active', team_id: null, version: 1 },
    };
    const sent = serveChanging(
      `/api/tenant/users/${user.id}`,
      user,
      { ...user, role: 'manager', version: 2 },
      { path: '/api/tenant/users', of: page },
    );
    server.use(
      answers('/api/teams', page()),
      answers('/api/roles', { ...page(), permissions: [] }),
      answers('/api/tenant/invitations', page()),
    );
    await renderAt(`/settings/users?id=${user.id}`, permissions);
    const field = await type('Nome', 'Ana Maria Prado');
    await save();
    expect(await told()).toBeVisible();
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('Ana Maria Prado');
    await save();
    expect(await screen.findByText('Usuário salvo')).toBeVisible();
    expect(sent).toEqual([
      { version: 1, name: 'Ana Maria Prado' },
      { version: 2, name: 'Ana Maria Prado' },
    ]);
    // What was saved is what the form begins with now: nothing is left to save, and nobody else has changed anything.
    expect(screen.getByRole('button', { name: 'Salvar' })).toBeDisabled();
    expect(screen.queryByText('Alguém alterou este registro enquanto você editava')).toBeNull();
  });

  it('role: what others gave and took is told by the permissions that differ', async () => {
    const role = {
      ...{ id: 'r1', name: 'Caixa', description: null, built_in: false, user_count: 1, version: 1 },
      ...{ permissions: ['crm.leads:read'], record_scopes: { leads: 'all', deals: 'all' } },
    };
    const sent = serveChanging(
      '/api/roles/r1',
      role,
      { ...role, permissions: ['crm.leads:read', 'crm.deals:read'], version: 2 },
      {
        path: '/api/roles',
        of: (present) => ({ ...page(present), permissions: ['crm.leads:read', 'crm.deals:read'] }),
      },
    );
    await renderAt('/settings/roles?role=r1', permissions);
    const field = await type('Nome do perfil', 'Tesouraria');
    await save();
    expect(await told()).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Permissões: — → Negócios: ver');
    expect(field).toHaveValue('Tesouraria');
    await save();
    expect(await screen.findByText('Perfil salvo')).toBeVisible();
    // The permissions are not written back to what they were when the form was opened.
    expect(sent).toEqual([
      { version: 1, name: 'Tesouraria' },
      { version: 2, name: 'Tesouraria' },
    ]);
  });

  it('profile: the look that was chosen on another machine stays chosen', async () => {
    let present = profile;
    const sent: unknown[] = [];
    await renderAt('/settings/profile', permissions);
    server.use(
      http.get(at('/api/profile'), () => HttpResponse.json({ ...present, permissions })),
      http.patch(at('/api/profile'), async ({ request }) => {
        const body = (await request.json()) as { name: string };
        sent.push({ version: versionOf(request), ...body });
        if (present.version === 0) present = { ...profile, theme: 'dark', version: 1 };
        if (versionOf(request) !== present.version) return problem(412, 'stale');
        return HttpResponse.json({ ...present, user: { ...profile.user, ...body }, permissions, version: 2 });
      }),
    );
    await type('Nome', 'Maria Lima');
    await save();
    expect(await told()).toBeVisible();
    await save();
    expect(await screen.findByText('Perfil salvo')).toBeVisible();
    expect(sent).toEqual([
      { version: 0, name: 'Maria Lima' },
      { version: 1, name: 'Maria Lima' },
    ]);
  });
});

describe('what ends a record says which version of it was looked at', () => {
  /** A list whose one record somebody else changes just before the first end of it arrives. */
  function serveEnding<R extends { version: number }>(list: string, mine: R) {
    let present = mine;
    const sent: unknown[] = [];
    server.use(
      http.get(at(list), () => HttpResponse.json({ ...page(present), permissions: [] })),
      http.delete(at(`${list}/:id`), ({ request }) => {
        sent.push(versionOf(request));
        if (sent.length > 1) return new HttpResponse(null, { status: 204 });
        present = { ...present, version: present.version + 1 };
        return problem(412, 'stale', { current_version: present.version });
      }),
    );
    return sent;
  }

  it.each([
    {
      what: 'team',
      list: '/api/teams',
      record: { id: 'e1', name: 'Vendas', member_count: 2, version: 1 },
      page: '/settings/teams',
      open: 'Excluir Vendas',
      confirm: 'Excluir equipe',
    },
    {
      what: 'key',
      list: '/api/tenant/api-keys',
      record: {
        ...{ id: 'k1', name: 'ERP', prefix: 'pulso_live_3fQ9zK', scopes: ['crm.leads:read'], version: 1 },
        ...{ status: 'active', replaced_by_id: null, last_used_at: null, expires_at: null },
      },
      page: '/settings/api-keys',
      open: 'Revogar ERP',
      confirm: 'Revogar',
    },
  ])('$what', async (ending) => {
    const sent = serveEnding(ending.list, ending.record);
    await renderAt(ending.page, [...permissions, 'access.api_keys:read', 'access.api_keys:write']);
    await userEvent.click(await screen.findByRole('button', { name: ending.open }));
    const confirm = await screen.findByRole('button', { name: ending.confirm });
    await userEvent.click(confirm);
    expect(await screen.findByRole('alert')).toBeVisible();
    await userEvent.click(confirm);
    await waitFor(() => expect(confirm).not.toBeInTheDocument());
    expect(sent).toEqual([1, 2]);
  });
});
