import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { type DataColumn, DataTable, NarrowRow } from './DataTable';

interface Row {
  id: string;
  name: string;
}

const columns: DataColumn<Row>[] = [
  { id: 'name', header: 'Nome', sort: 'name', cell: (row) => row.name },
  { id: 'id', header: 'Código', cell: (row) => row.id },
];
const page = (from: number, count: number, next: string | null) => ({
  data: Array.from({ length: count }, (_, at) => ({ id: `r${from + at}`, name: `Linha ${from + at}` })),
  next_cursor: next,
});
type Page = ReturnType<typeof page>;

function Table({
  read,
  ...rest
}: { read: (cursor: string) => Promise<Page> } & Partial<Parameters<typeof DataTable<Row>>[0]>) {
  const query = useInfiniteQuery({
    queryKey: ['rows'],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next_cursor ?? undefined,
    retry: false,
  });
  return (
    <DataTable
      label="Linhas"
      columns={columns}
      query={query}
      narrow={(row) => <NarrowRow title={row.name} />}
      empty={<p>Nada aqui</p>}
      {...rest}
    />
  );
}

function show(...props: Parameters<typeof Table>) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <Table {...props[0]} />
    </QueryClientProvider>,
  );
}

describe('the list', () => {
  it('reads the next page when one comes near the end, and draws only what is seen', async () => {
    const read = vi.fn(async (cursor: string) => (cursor ? page(50, 50, null) : page(0, 50, 'two')));
    show({ read, onOpen: () => undefined });
    await screen.findByText('Linha 0');
    await waitFor(() => expect(read).toHaveBeenCalledWith('two'));
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('is walked with the arrow keys and opened with Enter', async () => {
    const open = vi.fn();
    show({ read: async () => page(0, 5, null), onOpen: open });
    const first = (await screen.findByText('Linha 0')).closest('tr');
    first?.focus();
    await userEvent.keyboard('{ArrowDown}');
    const second = screen.getByText('Linha 1').closest('tr');
    await waitFor(() => expect(second).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenCalledExactlyOnceWith({ id: 'r1', name: 'Linha 1' });
  });

  it('sorts by a header, and turns the order round at the second click', async () => {
    const sort = vi.fn();
    const { rerender } = show({ read: async () => page(0, 2, null), sort: '-created_at', onSort: sort });
    await screen.findByText('Linha 0');
    await userEvent.click(screen.getByRole('button', { name: 'Nome' }));
    expect(sort).toHaveBeenLastCalledWith('name');
    rerender(
      <QueryClientProvider client={new QueryClient()}>
        <Table read={async () => page(0, 2, null)} sort="name" onSort={sort} />
      </QueryClientProvider>,
    );
    expect(screen.getByRole('columnheader', { name: 'Nome' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Nome' }));
    expect(sort).toHaveBeenLastCalledWith('-name');
    expect(within(screen.getByRole('columnheader', { name: 'Código' })).queryByRole('button')).toBeNull();
  });

  it('says what to do when it is empty, and what happened when it failed', async () => {
    show({ read: async () => page(0, 0, null) });
    expect(await screen.findByText('Nada aqui')).toBeInTheDocument();
    const read = vi.fn(() =>
      Promise.reject(new ApiProblem({ status: 500, code: 'boom', message: 'x', traceId: 'trace-7' })),
    );
    show({ read });
    expect(await screen.findByRole('alert')).toHaveTextContent('trace-7');
    await userEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    expect(read).toHaveBeenCalledTimes(2);
  });
});
