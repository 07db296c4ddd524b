import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

export const type = async (label: string, words: string) => {
  const field = await screen.findByLabelText(new RegExp(`^${label}`));
  await userEvent.clear(field);
  await userEvent.type(field, words);
  return field;
};

export const save = () => userEvent.click(screen.getByRole('button', { name: 'Salvar' }));

export const told = () => screen.findByText('Alguém alterou este registro enquanto você editava');
