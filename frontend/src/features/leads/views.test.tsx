import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { id, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { View } from '@/shared/api/gen';
import { answers, at, server, versionOf } from '@/shared/testing/server';

const view: View = {
  id: id('71'),
  kind: 'leads',
  name: 'Do site',
  question: { kind: 'leads', filters: { source: 'site', stage: 'new,contacted' }, sort: 'name' },
  columns: [{ name: 'name' }, { name: 'source', width: 200 }],
  visibility: 'team',
  position: 0,
  stale: [],
  editable: true,
  version: 3,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-02T03:04:05Z',
};

let asked: URLSearchParams[];
let views: View[];

beforeEach(() => {
  asked = [];
  views = [view];
  server.use(
    http.get(at('/api/crm/leads'), ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json(
        page({
          id: id('1'),
          name: 'Ana Souza',
          stage: 'new',
          source: 'site',
          bant_score: 40,
          version: 0,
          created_at: '2026-01-02T03:04:05Z',
          updated_at: '2026-01-02T03:04:05Z',
        }),
      );
    }),
    http.get(at('/api/views'), () => HttpResponse.json({ data: views, next_cursor: null })),
    answers('/api/tenant/users', page()),
  );
});

const tab = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });

describe('views of a list', () => {
  it('a view asks its question with all of its filters, and shows its columns', async () => {
    await renderAt('/leads');
    await userEvent.click(await tab('Do site'));
    await waitFor(() => expect(asked.at(-1)?.get('source')).toBe('site'));
    expect(asked.at(-1)?.get('stage')).toBe('new,contacted');
    expect(asked.at(-1)?.get('sort')).toBe('name');
    expect(await tab('Do site')).toHaveAttribute('aria-current', 'page');
    await waitFor(() =>
      expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Nome', 'Origem']),
    );
    // What has no chip can be taken away as well.
    await userEvent.click(
      within(screen.getByText(/^Situação: new,contacted/).parentElement ?? document.body).getByRole(
        'button',
        {
          name: 'Remover',
        },
      ),
    );
    await waitFor(() => expect(asked.at(-1)?.get('stage')).toBeNull());
    expect(screen.getByText('Visão alterada')).toBeInTheDocument();
    await userEvent.click(await tab('Tudo'));
    await waitFor(() => expect(asked.at(-1)?.get('source')).toBeNull());
  });

  it('what was changed of it is saved as it is now, or taken back', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(at(`/api/views/${view.id}`), async ({ request }) => {
        const body = (await request.json()) as Partial<View>;
        sent.push([versionOf(request), body]);
        views = [{ ...view, ...body, version: 4 }];
        return HttpResponse.json(views[0] as never);
      }),
    );
    await renderAt(`/leads?view=${view.id}&source=site&sort=name&stage=new`);
    await userEvent.click(await screen.findByRole('button', { name: 'Salvar' }));
    await waitFor(() =>
      expect(sent).toEqual([
        [
          3,
          {
            question: { kind: 'leads', filters: { source: 'site', stage: 'new' }, sort: 'name' },
            columns: [
              { name: 'name', width: null },
              { name: 'source', width: 200 },
            ],
          },
        ],
      ]),
    );
    await waitFor(() => expect(screen.queryByText('Visão alterada')).not.toBeInTheDocument());
  });

  it('a view that is deleted can be had back', async () => {
    const made: unknown[] = [];
    server.use(
      http.delete(at(`/api/views/${view.id}`), () => {
        views = [];
        return new HttpResponse(null, { status: 204 });
      }),
      http.post(at('/api/views'), async ({ request }) => {
        made.push(await request.json());
        return HttpResponse.json(view as never, { status: 201 });
      }),
    );
    await renderAt(`/leads?view=${view.id}&source=site&sort=name`);
    await userEvent.click(await screen.findByRole('button', { name: 'Opções da visão Do site' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Excluir visão' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await waitFor(() =>
      expect(made).toEqual([
        expect.objectContaining({ name: 'Do site', visibility: 'team', columns: view.columns }),
      ]),
    );
  });

  it('one that asks what is not there any more says so and works without it', async () => {
    views = [
      { ...view, question: { kind: 'leads', filters: { colour: 'red', source: 'site' } }, stale: ['colour'] },
    ];
    await renderAt('/leads');
    await userEvent.click(await tab('Do site'));
    await waitFor(() => expect(asked.at(-1)?.get('source')).toBe('site'));
    expect(asked.at(-1)?.get('colour')).toBeNull();
    expect(screen.getByRole('button', { name: 'Salvar sem isso' })).toBeInTheDocument();
  });

  it('the figures are the server’s, not those of the rows that were read', async () => {
    const questions: unknown[] = [];
    server.use(
      http.post(at('/api/lists/summary'), async ({ request }) => {
        questions.push(await request.json());
        return HttpResponse.json({ row_count: 3412, more: false, sums: [] });
      }),
    );
    await renderAt('/leads?source=site');
    expect(await screen.findByText('3.412 registros')).toBeInTheDocument();
    expect(questions).toEqual([{ kind: 'leads', filters: { source: 'site' } }]);
  });
});
