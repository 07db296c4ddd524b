import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Invitation } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';

const invitation = (mail: Invitation['mail']): Invitation => ({
  id: '01939f6c-7a3e-7cc1-9c0e-000000000001',
  email: 'rui@pixel12.com.br',
  role: 'agent',
  status: 'pending',
  mail,
  expires_at: '2026-12-07T12:00:00Z',
  created_at: '2026-11-30T12:00:00Z',
  updated_at: '2026-11-30T12:00:00Z',
  version: 0,
});
function users(...open: Invitation[]) {
  const made: string[] = [];
  server.use(
    answers('/api/tenant/users', page()),
    answers('/api/teams', page()),
    answers('/api/roles', page({ id: 'agent', name: 'agent', built_in: true, permissions: [], scopes: {} })),
    answers('/api/tenant/users/invitations', page(...open)),
    http.post(at('/api/tenant/users/invitations/:id/link'), () => {
      made.push('link');
      return HttpResponse.json({
        url: `https://pulso.test/invitation#token=${made.length}`,
        expires_at: '2026-12-07T12:00:00Z',
      });
    }),
  );
  return made;
}

it('where no mail is sent, an invitation ends with the link to hand over', async () => {
  const user = userEvent.setup();
  const made = users();
  server.use(
    http.post(at('/api/tenant/users/invitations'), () =>
      HttpResponse.json(invitation('not_set_up'), { status: 201 }),
    ),
  );
  await renderAt('/settings/users?invite=true');
  const form = await screen.findByRole('dialog', { name: 'Convidar' });
  await user.type(within(form).getByLabelText(/^E-mail/), 'rui@pixel12.com.br');
  await user.click(within(form).getByRole('button', { name: 'Enviar convite' }));
  const dialog = await screen.findByRole('dialog', { name: 'Link do convite' });
  expect(dialog).toHaveTextContent('ainda não envia e-mails');
  expect(screen.queryByText('Convite enviado')).toBeNull();
  expect(await within(dialog).findByRole('textbox')).toHaveValue('https://pulso.test/invitation#token=1');
  await user.click(within(dialog).getByRole('button', { name: 'Copiar' }));
  expect(await screen.findByText('Link copiado')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('https://pulso.test/invitation#token=1');
  // A second link would have made the first one worthless.
  expect(made).toHaveLength(1);
});

it('an open invitation says what has become of its mail, and its link is asked for again when that failed', async () => {
  const user = userEvent.setup();
  users(invitation('failed'));
  server.use(
    http.post(at('/api/tenant/users/invitations/:id/link'), () => problem(500, 'internal'), { once: true }),
  );
  await renderAt('/settings/users');
  const list = await screen.findByRole('region', { name: 'Convites em aberto' });
  expect(list).toHaveTextContent('E-mail recusado');
  await user.click(
    within(list).getByRole('button', { name: 'Copiar link do convite de rui@pixel12.com.br' }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Link do convite' });
  expect(dialog).toHaveTextContent('o link que foi por e-mail continua valendo');
  await user.click(await within(dialog).findByRole('button', { name: 'Tentar de novo' }));
  expect(await within(dialog).findByRole('textbox')).toHaveValue('https://pulso.test/invitation#token=1');
});

it('of a mail that arrived nothing is said', async () => {
  users(invitation('sent'));
  await renderAt('/settings/users');
  const list = await screen.findByRole('region', { name: 'Convites em aberto' });
  expect(list).not.toHaveTextContent('E-mail');
});
