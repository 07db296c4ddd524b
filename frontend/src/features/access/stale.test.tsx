import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { save, told, type } from '@/app/testing/changing';
import { page, readsAndWrites, serveChanging } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { answers, at, problem, server, versionOf } from '@/shared/testing/server';

const permissions = readsAndWrites('people.users', 'access.roles', 'company.settings');

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
