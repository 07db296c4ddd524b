import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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

  it('has links for rows: opened here by a click, left to the browser with its keys', async () => {
    const open = vi.fn();
    show({ read: async () => page(0, 5, null), onOpen: open, hrefOf: (row) => `/things?id=${row.id}` });
    const link = await screen.findByRole('link', { name: 'Linha 1' });
    expect(link).toHaveAttribute('href', '/things?id=r1');
    await userEvent.click(link);
    expect(open).toHaveBeenCalledExactlyOnceWith({ id: 'r1', name: 'Linha 1' });
    // Beside the link, where a browser does not stretch it over the row.
    await userEvent.click(screen.getByText('r2'));
    expect(open).toHaveBeenLastCalledWith({ id: 'r2', name: 'Linha 2' });
    open.mockClear();
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { button: 1 }]) {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
      link.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(open).not.toHaveBeenCalled();
    // One stop for the Tab key, arrows from there.
    expect(screen.getAllByRole('link').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    link.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('link', { name: 'Linha 2' })).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenCalledExactlyOnceWith({ id: 'r2', name: 'Linha 2' });
  });

  it('shows the columns that a person wants, in their order, the name first, and lets them be pulled', async () => {
    const arrange = vi.fn();
    const layout = { hidden: ['name', 'gone'], wanted: [], order: ['more', 'id'], sizes: { more: 90 } };
    show({
      read: async () => page(0, 2, null),
      columns: [...columns, { id: 'more', header: 'Mais', cell: () => 'x' }],
      layout,
      onLayout: arrange,
    });
    await screen.findByText('Linha 0');
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Nome',
      'Mais',
      'Código',
    ]);
    const more = screen.getByRole('columnheader', { name: 'Mais' });
    expect(more).toHaveStyle({ width: '90px' });
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('Linha 0xr0');
    const grip = more.querySelector('[data-grip]') as HTMLElement;
    grip.setPointerCapture = () => undefined;
    fireEvent.pointerDown(grip, { button: 0, clientX: 1_000 });
    // As wide as jsdom draws everything, and no wider than a column may be.
    fireEvent.pointerMove(grip, { clientX: 100 });
    expect(arrange).toHaveBeenLastCalledWith({ ...layout, sizes: { more: 380 } });
    fireEvent.pointerMove(grip, { clientX: 1_100 });
    expect(arrange).toHaveBeenLastCalledWith({ ...layout, sizes: { more: 640 } });
    fireEvent.lostPointerCapture(grip);
    arrange.mockClear();
    fireEvent.pointerMove(grip, { clientX: 300 });
    expect(arrange).not.toHaveBeenCalled();
  });

  it('has a box before each row and one for all that match, which opens nothing', async () => {
    const open = vi.fn();
    const select = vi.fn();
    show({
      read: async () => page(0, 3, null),
      onOpen: open,
      hrefOf: (row) => `/things?id=${row.id}`,
      selection: { all: false, ids: new Set(['r1']) },
      onSelection: select,
    });
    await screen.findByText('Linha 0');
    const [all, first, second] = screen.getAllByRole('checkbox');
    expect(all).toBePartiallyChecked();
    expect(first).not.toBeChecked();
    expect(second).toBeChecked();
    await userEvent.click(first as HTMLElement);
    expect(select).toHaveBeenLastCalledWith({ all: false, ids: new Set(['r1', 'r0']) });
    await userEvent.click(all as HTMLElement);
    expect(select).toHaveBeenLastCalledWith({ all: true, except: new Set() });
    // Space on a row chooses it, and the Tab key does not stop at every box.
    screen.getByRole('link', { name: 'Linha 2' }).focus();
    await userEvent.keyboard(' ');
    expect(select).toHaveBeenLastCalledWith({ all: false, ids: new Set(['r1', 'r2']) });
    expect(screen.getAllByRole('checkbox').filter((box) => box.tabIndex === 0)).toHaveLength(2);
    expect(open).not.toHaveBeenCalled();
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

  it('asks first for the most of what runs against its field', async () => {
    const sort = vi.fn();
    const age: DataColumn<Row>[] = [
      { id: 'age', header: 'Atraso', sort: '-due_on', cell: (row) => row.name },
    ];
    const { rerender } = show({
      read: async () => page(0, 2, null),
      columns: age,
      sort: '-created_at',
      onSort: sort,
    });
    await screen.findByText('Linha 0');
    await userEvent.click(screen.getByRole('button', { name: 'Atraso' }));
    expect(sort).toHaveBeenLastCalledWith('due_on');
    rerender(
      <QueryClientProvider client={new QueryClient()}>
        <Table read={async () => page(0, 2, null)} columns={age} sort="due_on" onSort={sort} />
      </QueryClientProvider>,
    );
    // The earliest day is the longest time.
    expect(screen.getByRole('columnheader', { name: 'Atraso' })).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(screen.getByRole('button', { name: 'Atraso' }));
    expect(sort).toHaveBeenLastCalledWith('-due_on');
  });

  it('does not ask again by itself for a page that failed', async () => {
    const read = vi.fn(async (cursor: string) => {
      if (cursor) throw new ApiProblem({ status: 500, code: 'boom', message: 'x', traceId: 'trace-8' });
      return page(0, 20, 'two');
    });
    show({ read });
    expect(await screen.findByRole('alert')).toHaveTextContent('trace-8');
    // Whatever draws the table again: it is the person who tries again.
    for (let at = 0; at < 5; at++) await act(async () => undefined);
    expect(read).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    await waitFor(() => expect(read).toHaveBeenCalledTimes(3));
    expect(read).toHaveBeenLastCalledWith('two');
  });

  it('lets a list be read again to its end before it asks for more', async () => {
    let version = 'old';
    let release: () => void = () => undefined;
    const read = vi.fn(async (cursor: string) => {
      if (cursor) return page(20, 1, null);
      if (version === 'new') await new Promise<void>((resolve) => (release = resolve));
      return {
        data: page(0, 20, 'x').data.map((row) => ({ ...row, name: `${version} ${row.id}` })),
        next_cursor: version === 'new' ? 'two' : null,
      };
    });
    const client = new QueryClient();
    render(
      <QueryClientProvider client={client}>
        <Table read={read} />
      </QueryClientProvider>,
    );
    await screen.findByText('old r0');
    version = 'new';
    void client.invalidateQueries();
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    // The reading goes on while the table is drawn again.
    client.setQueryData(['rows'], (before: object) => ({
      ...before,
      pages: [{ ...page(0, 20, 'two') }],
    }));
    await act(async () => undefined);
    expect(read).toHaveBeenCalledTimes(2);
    release();
    expect(await screen.findByText('new r0')).toBeInTheDocument();
  });

  it('keeps its rows when reading them again fails, says so, and tries just that again', async () => {
    const read = vi.fn(async () => page(0, 3, null));
    const client = new QueryClient();
    render(
      <QueryClientProvider client={client}>
        <Table read={read} />
      </QueryClientProvider>,
    );
    await screen.findByText('Linha 0');
    read.mockRejectedValueOnce(new ApiProblem({ status: 0, code: 'offline', message: '' }));
    void client.invalidateQueries();
    expect(await screen.findByText(/pode não estar em dia/)).toBeInTheDocument();
    expect(screen.getByText('Linha 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    await waitFor(() => expect(screen.queryByText(/pode não estar em dia/)).toBeNull());
    expect(read).toHaveBeenCalledTimes(3);
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
