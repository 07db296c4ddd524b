import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAnonymously, renderAt } from '@/app/testing/renderAt';
import { staffSession } from '@/shared/session/session';
import { answersProfile, at, problem, server, session } from '@/shared/testing/server';

beforeEach(async () => {
  server.use(http.post(at('/api/auth/logout'), () => new HttpResponse(null, { status: 204 })));
  await staffSession.close();
});

describe('who may see what', () => {
  it('sends a visitor to the login and, after it, to where they were going', async () => {
    const { router } = renderAnonymously('/companies?q=padaria');
    await screen.findByRole('heading', { name: 'Entrar' });
    expect(router.state.location.search).toEqual({ next: '/companies?q=padaria' });
    server.use(
      http.post(at('/api/auth/login'), async ({ request }) => {
        expect(await request.json()).toEqual({ email: 'maria@pixel12.com.br', password: 'segredo-1' });
        return HttpResponse.json(session('t'));
      }),
      answersProfile(),
      http.get(at('/api/crm/companies'), () => HttpResponse.json({ data: [], next_cursor: null })),
    );
    await userEvent.type(screen.getByLabelText('E-mail'), 'maria@pixel12.com.br');
    await userEvent.type(screen.getByLabelText('Senha'), 'segredo-1{Enter}');
    await screen.findByText('Nenhuma empresa encontrada');
    expect(router.state.location.href).toBe('/companies?q=padaria');
  });

  it('names who can open a page that the role does not, where the role may know', async () => {
    const asked: string[] = [];
    server.use(
      http.get(at('/api/tenant/users'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({
          data: [
            { id: 'u2', name: 'Marina Alves' },
            { id: 'u3', name: 'Rui Prado' },
          ],
          next_cursor: null,
        });
      }),
    );
    const { unmount } = await renderAt('/audit', ['crm.leads:read', 'people.users:read']);
    expect(await screen.findByText('Peça este acesso a Marina Alves ou Rui Prado.')).toBeVisible();
    expect(screen.getByText('Seu perfil não abre esta página')).toBeVisible();
    expect(asked[0]).toContain('role=admin');
    unmount();

    await renderAt('/audit', ['crm.leads:read']);
    expect(await screen.findByText('Quem administra a empresa pode liberar este acesso.')).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('says that the credentials are wrong and keeps the e-mail', async () => {
    server.use(http.post(at('/api/auth/login'), () => problem(401, 'unauthorized')));
    renderAnonymously('/login');
    await userEvent.type(await screen.findByLabelText('E-mail'), 'maria@pixel12.com.br');
    await userEvent.type(screen.getByLabelText('Senha'), 'errada{Enter}');
    expect(await screen.findByText('E-mail ou senha incorretos.')).toBeInTheDocument();
    expect(screen.getByLabelText('E-mail')).toHaveValue('maria@pixel12.com.br');
  });

  it('never follows an address outside the app after the login', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const { router, unmount } = renderAnonymously(`/login?next=${encodeURIComponent(next)}`);
      await screen.findByRole('heading', { name: 'Entrar' });
      expect(router.state.location.search).toEqual({ next: undefined });
      unmount();
    }
  });

  it('registers a company, offers its short address, and shows what the server minds', async () => {
    server.use(
      http.post(at('/api/auth/register'), () =>
        problem(409, 'duplicate', { violations: [{ field: 'slug', message: 'já está em uso' }] }),
      ),
    );
    renderAnonymously('/register');
    await userEvent.type(await screen.findByLabelText('Nome da empresa'), 'Imobiliária ABC Ltda.');
    expect(screen.getByLabelText('Endereço curto')).toHaveValue('imobiliaria-abc-ltda');
    await userEvent.type(screen.getByLabelText('Seu nome'), 'Ana');
    await userEvent.type(screen.getByLabelText('E-mail'), 'ana@abc.com.br');
    await userEvent.type(screen.getByLabelText('Senha'), 'segredo-12{Enter}');
    expect(await screen.findByText('já está em uso')).toBeInTheDocument();
    expect(screen.getByLabelText('Endereço curto')).toBeInvalid();
  });

  it('offers no registration where the installation takes no new companies', async () => {
    server.use(http.get(at('/api/auth/registration'), () => HttpResponse.json({ status: 'closed' })));
    const { unmount } = renderAnonymously('/login');
    await screen.findByRole('link', { name: 'Cadastrar empresa' });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Cadastrar empresa' })).toBeNull());
    expect(screen.getByRole('button', { name: 'Entrar' })).toBeEnabled();
    unmount();
    renderAnonymously('/register');
    expect(await screen.findByText(/não aceita novas empresas/)).toBeVisible();
    expect(screen.queryByLabelText('Nome da empresa')).toBeNull();
  });

  it('shows only the pages of the role, and says so at the others', async () => {
    await renderAt('/leads', ['customers.customers:read']);
    expect(await screen.findByText('Sem permissão')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Clientes' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Funil' })).toBeNull();
  });

  it('goes back to the login, keeping the place, when the session ends', async () => {
    server.use(http.get(at('/api/crm/companies'), () => HttpResponse.json({ data: [], next_cursor: null })));
    const { router } = await renderAt('/companies?q=x');
    await screen.findByText('Nenhuma empresa encontrada');
    await staffSession.close();
    await screen.findByRole('heading', { name: 'Entrar' });
    await waitFor(() => expect(router.state.location.search).toEqual({ next: '/companies?q=x' }));
  });
});
