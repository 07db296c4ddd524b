import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ToastRegion } from './ToastRegion';
import { Toasts } from './Toasts';
import { toast } from './toast';

const region = () => screen.getByRole('region', { name: 'Mensagens' });
const messages = () => [...region().querySelectorAll('[role=group], [role=alert]')];
const say = (run: () => unknown) => act(async () => void run());
/** As long as a message stays, and a little. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

afterEach(() => vi.useRealTimers());

it('are shown by a live region that was there before them', async () => {
  render(<ToastRegion />);
  const there = region();
  expect(there).toHaveAttribute('aria-live', 'polite');
  expect(there).toBeEmptyDOMElement();
  await say(() => toast.done('Cliente salvo', { detail: 'Padaria Sol' }));
  expect(region()).toBe(there);
  expect(within(there).getByRole('group', { name: 'Cliente salvo' })).toHaveAccessibleDescription(
    'Padaria Sol',
  );
  expect(screen.queryByRole('alert')).toBeNull();
});

it('are said at once when something has failed', async () => {
  render(<ToastRegion />);
  await say(() => toast.failed('Não foi salvo', { detail: 'Tente de novo.' }));
  expect(screen.getByRole('alert', { name: 'Não foi salvo' })).toHaveTextContent(
    'Não foi salvoTente de novo.',
  );
  expect(screen.getByRole('alert')).not.toHaveAttribute('aria-modal');
  expect(within(region()).getByRole('button', { name: 'Fechar' })).toBeVisible();
});

it('wait until what shows them is there', async () => {
  toast.done('Dito cedo demais');
  const gone = toast.info('Já não vale');
  toast.dismiss(gone);
  render(<ToastRegion />);
  expect(await screen.findByRole('group', { name: 'Dito cedo demais' })).toBeVisible();
  expect(messages()).toHaveLength(1);
});

it('offer to take back what was done, once, and are gone then', async () => {
  const undo = vi.fn();
  render(<ToastRegion />);
  await say(() => toast.done('Movido', { actions: [{ label: 'Desfazer', run: undo }] }));
  await userEvent.click(screen.getByRole('button', { name: 'Desfazer' }));
  expect(undo).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(messages()).toHaveLength(0));
});

it('leave by themselves, later when something failed or can be taken back', async () => {
  vi.useFakeTimers();
  render(<Toasts />);
  await say(() => {
    toast.done('Feito');
    toast.failed('Falhou');
    toast.done('Movido', { actions: [{ label: 'Desfazer', run: () => undefined }] });
  });
  const left = () => messages().map((one) => one.querySelector('p')?.textContent);
  expect(left()).toHaveLength(3);
  await pass(5_500);
  expect(left()).toEqual(['Movido', 'Falhou']);
  await pass(4_000);
  expect(left()).toEqual(['Movido']);
  await pass(3_000);
  expect(left()).toEqual([]);
});

it('stay while one points at them', async () => {
  vi.useFakeTimers();
  render(<Toasts />);
  await say(() => toast.done('Feito'));
  fireEvent.mouseEnter(region());
  await pass(20_000);
  expect(messages()).toHaveLength(1);
  fireEvent.mouseLeave(region());
  await pass(6_000);
  expect(messages()).toHaveLength(0);
});

it('are reached by F6, stay while the keyboard is in them, and give the focus back', async () => {
  vi.useFakeTimers();
  render(
    <>
      <button type="button">Página</button>
      <Toasts />
    </>,
  );
  const before = screen.getByRole('button', { name: 'Página' });
  before.focus();
  await say(() => toast.done('Movido', { actions: [{ label: 'Desfazer', run: () => undefined }] }));
  await say(() => fireEvent.keyDown(before, { key: 'F6' }));
  expect(region()).toHaveFocus();
  await pass(30_000);
  const card = screen.getByRole('group', { name: 'Movido' });
  await say(() => card.focus());
  await say(() => fireEvent.keyDown(card, { key: 'Escape' }));
  await pass(1_000);
  expect(messages()).toHaveLength(0);
  expect(before).toHaveFocus();
});

it('are three at most: older ones are not read any more', async () => {
  render(<ToastRegion />);
  await say(() => {
    for (const text of ['um', 'dois', 'três', 'quatro']) toast.info(text);
  });
  const read = messages().filter((one) => !one.hasAttribute('data-limited'));
  expect(read.map((one) => one.querySelector('p')?.textContent)).toEqual(['quatro', 'três', 'dois']);
});
