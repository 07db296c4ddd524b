import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import { staffSession } from '@/shared/session/session';
import { answers, at, problem, profile, server } from '@/shared/testing/server';

describe('the second factor', () => {
  it('goes off by the password and a code, whose fault is said at its field', async () => {
    const sent: unknown[] = [];
    let on = true;
    const me = () => ({ ...profile, second_factor: on, recovery_codes_left: on ? 9 : 0 });
    await renderAt('/settings/security');
    server.use(
      http.get(at('/api/profile'), () => HttpResponse.json(me())),
      answers('/api/profile/sessions', { data: [], next_cursor: null }),
      http.post(at('/api/profile/second-factor/disable'), async ({ request }) => {
        const body = (await request.json()) as { code: string };
        sent.push(body);
        if (body.code === '000000')
          return problem(400, 'validation', {
            violations: [{ field: 'code', pointer: '/code', code: 'wrong_code', message: 'is wrong' }],
          });
        on = false;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    act(() => staffSession.replaceProfile(me()));
    await userEvent.click(await screen.findByRole('button', { name: 'Desativar' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Desativar' });
    await userEvent.click(confirm);
    expect(sent).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Sua senha'), 'correct horse');
    const code = within(dialog).getByLabelText('Código do aplicativo ou de recuperação');
    await userEvent.type(code, '000000');
    await userEvent.click(confirm);
    await waitFor(() => expect(code).toHaveAccessibleDescription());
    await userEvent.clear(code);
    await userEvent.type(code, ' ABCD-EFGH ');
    await userEvent.click(confirm);
    await screen.findByRole('button', { name: 'Ativar' });
    expect(sent.at(-1)).toEqual({ password: 'correct horse', code: 'ABCD-EFGH' });
  });
});
