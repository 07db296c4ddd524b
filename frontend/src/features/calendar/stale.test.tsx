import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { save, told, type } from '@/app/testing/changing';
import { page, readsAndWrites, serveChanging } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { answers, server } from '@/shared/testing/server';

const permissions = readsAndWrites('people.users', 'access.roles', 'company.settings');

describe('a record that somebody else has changed while its form was open', () => {
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
});
