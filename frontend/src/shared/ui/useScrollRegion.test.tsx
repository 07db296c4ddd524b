import { render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataTable, NarrowRow } from './DataTable';
import { Dialog } from './Dialog';
import { SidePanel } from './SidePanel';
import { useScrollRegion } from './useScrollRegion';

let content = 2_000;
beforeEach(() => {
  content = 2_000;
  Object.defineProperty(HTMLElement.prototype, 'scrollHeight', { configurable: true, get: () => content });
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'scrollHeight');
  vi.restoreAllMocks();
});

const query = {
  data: { pages: [{ data: [{ id: 'r1' }, { id: 'r2' }], next_cursor: null }], pageParams: [] },
  isPending: false,
  error: null,
  refetch: () => undefined,
  hasNextPage: false,
  isFetching: false,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  fetchNextPage: () => undefined,
};

function List({ onOpen, narrow = false }: { onOpen?: () => void; narrow?: boolean }) {
  vi.spyOn(window, 'matchMedia').mockReturnValue({
    matches: narrow,
    media: '',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as never);
  return (
    <DataTable
      label="Execuções"
      columns={[{ id: 'id', header: 'Código', cell: (row: { id: string }) => row.id }]}
      query={query}
      onOpen={onOpen}
      narrow={(row) => <NarrowRow title={row.id} />}
      empty={null}
    />
  );
}

function Section({ children }: { children: React.ReactNode }) {
  return (
    <section ref={useScrollRegion('Trecho')} aria-label="Trecho">
      {children}
    </section>
  );
}

function Box({ children }: { children: React.ReactNode }) {
  return (
    <div ref={useScrollRegion('Caixa')} data-testid="box">
      {children}
    </div>
  );
}

function Form() {
  const [at, setAt] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setAt(at + 1)}>
        Adiante
      </button>
      <Box>
        <input disabled={at !== 1} aria-label="Campo" />
        <button type="button" tabIndex={-1}>
          Só com as setas
        </button>
      </Box>
      <Section>
        <input disabled={at !== 1} aria-label="Outro campo" />
      </Section>
    </>
  );
}

describe('what scrolls', () => {
  it.each([false, true])('is a stop with a name where nothing in it is one (narrow: %s)', async (narrow) => {
    render(<List narrow={narrow} />);
    const region = await screen.findByRole('region', { name: 'Execuções' });
    expect(region.tabIndex).toBe(0);
  });

  it.each([false, true])('is none where a row can be opened (narrow: %s)', async (narrow) => {
    render(<List narrow={narrow} onOpen={() => undefined} />);
    expect(await screen.findByText('r2')).toBeInTheDocument();
    // As long as it would take.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is called as the dialog or the panel that it is the text of', async () => {
    const { unmount } = render(
      <Dialog open onClose={() => undefined} title="Atalhos">
        <p>Um texto longo</p>
      </Dialog>,
    );
    expect(await screen.findByRole('region', { name: 'Atalhos' })).toHaveTextContent('Um texto longo');
    unmount();
    render(
      <SidePanel open onClose={() => undefined} title="Trilha">
        <p>Outro texto longo</p>
      </SidePanel>,
    );
    expect(await screen.findByRole('region', { name: 'Trilha' })).toHaveTextContent('Outro texto longo');
  });

  it('follows what comes into it and what becomes disabled', async () => {
    render(<Form />);
    const box = screen.getByTestId('box');
    const next = screen.getByRole('button', { name: 'Adiante' });
    await waitFor(() => expect(box).toHaveAttribute('tabindex', '0'));
    expect(box).toHaveAccessibleName('Caixa');
    next.click();
    await waitFor(() => expect(box).not.toHaveAttribute('tabindex'));
    expect(box).not.toHaveAttribute('role');
    expect(screen.getByRole('region', { name: 'Trecho' })).not.toHaveAttribute('tabindex');
    next.click();
    await waitFor(() => expect(box).toHaveAttribute('tabindex', '0'));
  });

  it('is no stop while everything is seen', async () => {
    content = 800;
    render(<Box>Pouco texto</Box>);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    expect(screen.getByTestId('box')).not.toHaveAttribute('tabindex');
  });
});
