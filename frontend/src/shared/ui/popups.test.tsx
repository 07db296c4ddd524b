import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { later, PopupTrigger } from './popups';

function slowMenu() {
  let arrive: () => void = () => undefined;
  const needs = later(
    () =>
      new Promise<true>((resolve) => {
        arrive = () => resolve(true);
      }),
  );
  const trigger = <button type="button">Responsável</button>;
  render(
    <PopupTrigger needs={needs} kind="menu" trigger={trigger}>
      {(_, { button, defaultOpen }) => (
        <>
          <span>
            <button type="button" ref={button}>
              Responsável
            </button>
          </span>
          {defaultOpen && <p>Todos</p>}
        </>
      )}
    </PopupTrigger>,
  );
  const load = () =>
    act(async () => {
      const loading = needs.load();
      arrive();
      await loading;
    });
  return { load, button: () => screen.getByRole('button', { name: 'Responsável' }) };
}

describe('a button that is there before its menu', () => {
  it('says that it has one, and keeps the focus when the menu is there', async () => {
    const { load, button } = slowMenu();
    const before = button();
    expect(before).toHaveAttribute('aria-haspopup', 'menu');
    before.focus();
    await load();
    expect(button()).not.toBe(before);
    expect(button()).toHaveFocus();
    expect(screen.queryByText('Todos')).toBeNull();
  });

  it('takes no focus that it did not have', async () => {
    const { load } = slowMenu();
    await load();
    expect(document.body).toHaveFocus();
  });

  it('opens the menu for a press that came before it', async () => {
    const { load, button } = slowMenu();
    await userEvent.click(button());
    await load();
    expect(screen.getByText('Todos')).toBeInTheDocument();
  });
});
