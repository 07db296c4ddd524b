import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { id, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { BulkJob } from '@/shared/api/gen';
import { answers, at, server } from '@/shared/testing/server';

const lead = (last: string, name: string, version: number) => ({
  id: id(last),
  name,
  stage: 'new',
  bant_score: 40,
  tags: [],
  version,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
});

const job: BulkJob = {
  id: id('90'),
  kind: 'leads',
  action: { type: 'set_source', source: 'site' },
  status: 'succeeded',
  total_count: 2,
  done_count: 1,
  unchanged_count: 0,
  refused_count: 1,
  undoable: true,
  finished_at: '2026-01-02T03:04:05Z',
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};

let sent: unknown[];

beforeEach(() => {
  sent = [];
  server.use(
    answers('/api/crm/leads', page(lead('1', 'Ana', 3), lead('2', 'Bia', 5), lead('3', 'Caio', 0))),
    answers('/api/tenant/users', page()),
    http.post(at('/api/lists/summary'), () => HttpResponse.json({ row_count: 3412, more: false, sums: [] })),
    http.post(at('/api/crm/leads/bulk'), async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(job as never, { status: 202 });
    }),
    answers(`/api/bulk-jobs/${job.id}`, job as never),
    answers(`/api/bulk-jobs/${job.id}/refused`, page({ record_id: id('2'), code: 'stale', detail: null })),
  );
});

async function change(action: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Alterar' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

describe('many leads at once', () => {
  it('a range of rows is changed by the versions that were seen, told, and taken back', async () => {
    const undone: string[] = [];
    server.use(
      http.post(at(`/api/bulk-jobs/${job.id}/undo`), () => {
        undone.push(job.id);
        return HttpResponse.json({ ...job, undo_of_id: job.id } as never, { status: 202 });
      }),
    );
    await renderAt('/leads');
    const boxes = await screen.findAllByRole('checkbox', { name: 'Selecionar' });
    const user = userEvent.setup();
    await user.click(boxes[0] as HTMLElement);
    await user.keyboard('{Shift>}');
    await user.click(boxes[1] as HTMLElement);
    await user.keyboard('{/Shift}');
    expect(await screen.findByText('2 selecionados')).toBeInTheDocument();
    await change('Mudar origem');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Vale para 2 registros/)).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/^Origem/), 'site');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mudar origem' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          action: { type: 'set_source', source: 'site' },
          records: [
            { id: id('1'), version: 3 },
            { id: id('2'), version: 5 },
          ],
        },
      ]),
    );
    expect(await screen.findByText('1 alterado')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Ver por quê' }));
    const why = await screen.findByRole('dialog');
    expect(await within(why).findByText('Alguém o alterou depois que você o viu.')).toBeInTheDocument();
    expect(within(why).getByText('Bia')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await waitFor(() => expect(undone).toEqual([job.id]));
  });

  it('all that match are changed by their question, with how many there are and but for those that were taken out', async () => {
    await renderAt('/leads?source=site');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Selecionar tudo o que corresponde' }));
    const boxes = await screen.findAllByRole('checkbox', { name: 'Selecionar' });
    await userEvent.click(boxes[2] as HTMLElement);
    expect(await screen.findByText('3.411 selecionados')).toBeInTheDocument();
    await change('Excluir');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Isso não pode ser desfeito/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Excluir' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          action: { type: 'delete' },
          question: { kind: 'leads', filters: { source: 'site' } },
          except_ids: [id('3')],
          expected_count: 3411,
        },
      ]),
    );
  });
});
