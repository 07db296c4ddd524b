import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { Combobox, type ComboboxItem, type ComboboxProps } from './Combobox';

async function create(onCreate: (words: string) => Promise<ComboboxItem>, onChange = vi.fn()) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Combobox
        label="Empresa"
        value={null}
        onChange={onChange}
        searchKey="x"
        search={async () => []}
        onCreate={onCreate}
      />
    </QueryClientProvider>,
  );
  const field = screen.getByRole('combobox');
  await userEvent.click(field);
  await userEvent.type(field, 'Padaria');
  await userEvent.click(await screen.findByRole('option', { name: /Padaria/ }));
  return { field, onChange };
}

it('says why what was to be created was not', async () => {
  const { field, onChange } = await create(async () => {
    throw new ApiProblem({
      status: 422,
      code: 'invalid',
      message: 'x',
      violations: [{ field: 'name', code: 'required', message: 'x' }],
    });
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('Preencha este campo.');
  expect(field).toBeEnabled();
  expect(onChange).not.toHaveBeenCalled();
});

it('creates once, and waits for it', async () => {
  let answer: (item: ComboboxItem) => void = () => undefined;
  const onCreate = vi.fn(() => new Promise<ComboboxItem>((resolve) => (answer = resolve)));
  const { field, onChange } = await create(onCreate);
  await waitFor(() => expect(field).toBeDisabled());
  expect(field).toHaveAttribute('aria-busy', 'true');
  answer({ id: 'c1', label: 'Padaria' });
  await waitFor(() => expect(field).toBeEnabled());
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ id: 'c1', label: 'Padaria' });
  expect(onCreate).toHaveBeenCalledTimes(1);
});

const companies = ['Loja do Sol', 'Lojas Lua', 'Padaria'].map((label) => ({ id: label, label }));

function show(props: Partial<ComboboxProps> = {}) {
  const chosen = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Combobox
        label="Empresa"
        value={null}
        onChange={chosen}
        searchKey="companies"
        search={async (words) =>
          companies.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()))
        }
        {...props}
      />
    </QueryClientProvider>,
  );
  return { chosen, field: screen.getByRole('combobox', { name: 'Empresa' }) };
}

it('Enter takes the first that fits what is typed', async () => {
  const { chosen, field } = show();
  await userEvent.type(field, 'loja');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  await waitFor(() =>
    expect(screen.getByRole('option', { name: 'Loja do Sol' })).toHaveAttribute('data-highlighted'),
  );
  await userEvent.keyboard('{Enter}');
  expect(chosen).toHaveBeenCalledWith({ id: 'Loja do Sol', label: 'Loja do Sol' });
});

it('is ready to be typed into, with its list, where it was opened for that', async () => {
  const { field } = show({ autoOpen: true });
  expect(field).toHaveFocus();
  expect(await screen.findByRole('option', { name: 'Padaria' })).toBeInTheDocument();
});
