import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Button } from './Button';
import { Dialog } from './Dialog';
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
