import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { save, told, type } from '@/app/testing/changing';
import { readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { at, problem, profile, server, versionOf } from '@/shared/testing/server';

const permissions = readsAndWrites('people.users', 'access.roles', 'company.settings');

describe('a record that somebody else has changed while its form was open', () => {
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
