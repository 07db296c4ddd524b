import { render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { Dialog, DialogCancel } from './Dialog';
import { Field } from './Field';
import { Input } from './Input';

const nothing = () => undefined;

it('a form is ready to be typed into', async () => {
  render(
    <Dialog open onClose={nothing} title="Novo cliente" footer={<Button>Criar</Button>}>
      <Field label="Código">
        <Input disabled />
      </Field>
      <Field label="Nome">
        <Input />
      </Field>
    </Dialog>,
  );
  await waitFor(() => expect(screen.getByLabelText('Nome')).toHaveFocus());
});

it('what asks for the focus itself keeps it', async () => {
  render(
    <Dialog open onClose={nothing} title="Negócio">
      <Field label="Nome">
        <Input />
      </Field>
      <Field label="Motivo">
        <Input autoFocus />
      </Field>
    </Dialog>,
  );
  await waitFor(() => expect(screen.getByLabelText('Motivo')).toHaveFocus());
});

it('a question begins at the button that changes nothing', async () => {
  render(
    <Dialog
      open
      onClose={nothing}
      title="Revogar?"
      footer={
        <>
          <Button>Cancelar</Button>
          <Button variant="danger">Revogar</Button>
        </>
      }
    />,
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Cancelar' })).toHaveFocus());
});

function Typed({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} unsaved title="Novo cliente" footer={<DialogCancel />}>
      <Field label="Nome">
        <Input defaultValue="Padaria" />
      </Field>
    </Dialog>
  );
}

describe('a dialog with something typed in it', () => {
  const ways: [string, (user: UserEvent) => Promise<void>][] = [
    ['Escape', (user) => user.keyboard('{Escape}')],
    ['its cross', (user) => user.click(screen.getByRole('button', { name: 'Fechar' }))],
    ['Cancel', (user) => user.click(screen.getByRole('button', { name: 'Cancelar' }))],
  ];

  it.each(ways)('asks before %s closes it, and keeps it', async (_, leave) => {
    const user = userEvent.setup();
    const close = vi.fn();
    render(<Typed onClose={close} />);
    await leave(user);
    expect(close).not.toHaveBeenCalled();
    await user.click(await screen.findByRole('button', { name: 'Continuar editando' }));
    await waitFor(() => expect(screen.queryByText('Descartar o que você digitou?')).toBeNull());
    expect(screen.getByLabelText('Nome')).toHaveValue('Padaria');
    expect(close).not.toHaveBeenCalled();
  });

  it('closes when that may be lost', async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    render(<Typed onClose={close} />);
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Descartar' }));
    expect(close).toHaveBeenCalledOnce();
  });

  it('makes the browser ask before the tab goes, and only while it is there', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const { unmount } = render(<Typed onClose={nothing} />);
    expect(leave()).toBe(true);
    unmount();
    expect(leave()).toBe(false);
  });
});

it('a key closes only the dialog on top, also where the two know nothing of each other', async () => {
  const user = userEvent.setup();
  const below = vi.fn();
  const above = vi.fn();
  render(<Dialog open onClose={below} title="Embaixo" />);
  render(<Dialog open onClose={above} title="Em cima" />);
  await user.keyboard('{Escape}');
  expect(above).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
});
