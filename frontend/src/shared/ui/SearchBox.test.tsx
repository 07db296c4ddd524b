import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchBox } from './SearchBox';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const onChange = vi.fn();
const box = (value: string) => <SearchBox label="Buscar" value={value} onChange={onChange} />;
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = (text: string) =>
  act(() => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const pause = () => act(() => vi.advanceTimersByTimeAsync(300));

it('what was typed while the address was on its way is not taken back', async () => {
  const { rerender } = render(box(''));
  type('padar');
  await pause();
  expect(onChange).toHaveBeenLastCalledWith('padar');
  type('padari');
  rerender(box('padar'));
  expect(field().value).toBe('padari');
  type('padaria ');
  await pause();
  // Two of them on their way, one after the other.
  expect(onChange).toHaveBeenLastCalledWith('padaria ');
  type('padaria sol');
  await pause();
  rerender(box('padaria'));
  expect(field().value).toBe('padaria sol');
  rerender(box('padaria sol'));
  expect(field().value).toBe('padaria sol');
});

it('follows the address that changes under it', async () => {
  const { rerender } = render(box('lua'));
  expect(field().value).toBe('lua');
  rerender(box('sol'));
  expect(field().value).toBe('sol');
  type('mar');
  await pause();
  rerender(box('mar'));
  rerender(box(''));
  expect(field().value).toBe('');
  onChange.mockClear();
  await pause();
  expect(onChange).not.toHaveBeenCalled();
});
