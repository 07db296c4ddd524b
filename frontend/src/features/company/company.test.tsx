import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Tenant } from '@/shared/api/gen';
import { answers, at, profile, server, versionOf } from '@/shared/testing/server';

const permissions = [
  ...readsAndWrites(
    'imports.imports',
    'jobs.runs',
    'audit.entries',
    'company.settings',
    'people.users',
    'crm.pipelines',
    'crm.deals',
    'portfolio.contracts',
  ),
  'jobs.runs:run',
];

describe('the settings of the company', () => {
  const tenant: Tenant = { ...profile.tenant, pix_key: null, version: 7 };

  it('refuse what is no Pix key, and save it as machines read it', async () => {
    const bodies: unknown[] = [];
    server.use(
      answers('/api/tenant', tenant),
      http.patch(at('/api/tenant'), async ({ request }) => {
        const body = (await request.json()) as Partial<Tenant>;
        bodies.push([versionOf(request), body]);
        return HttpResponse.json({ ...tenant, ...body, version: 8 });
      }),
    );
    await renderAt('/settings/company', permissions);
    const key = await screen.findByLabelText('Chave Pix');
    await userEvent.type(key, 'minha chave');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Não parece uma chave Pix: confira.')).toBeVisible();
    await userEvent.clear(key);
    await userEvent.type(key, '(41) 99999-0000');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Dados da empresa salvos')).toBeVisible();
    expect(bodies).toEqual([[7, { pix_key: '+5541999990000' }]]);
    expect(key).toHaveValue('+5541999990000');
  });

  it('can be read but not changed without the permission', async () => {
    server.use(answers('/api/tenant', tenant));
    await renderAt('/settings/company', ['company.settings:read']);
    expect(await screen.findByLabelText('Chave Pix')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Salvar' })).not.toBeInTheDocument();
  });
});
