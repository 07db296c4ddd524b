import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { useSteps } from './useSteps';

const stale = new ApiProblem({ status: 412, code: 'stale', message: '', violations: [] });

/** A record that somebody else has changed before the first try, and that is read again after it. */
function Thing({ told, onDone }: { told: number[]; onDone: (version: number) => void }) {
  const [version, setVersion] = useState(1);
  const { buttons, dialog } = useSteps<{ version: number }>({
    kinds: ['contract'],
    steps: [
      {
        label: 'Freeze',
        ask: { title: 'Freeze it?', text: 'It counts no more.' },
        run: async () => {
          told.push(version);
          setVersion(2);
          if (version === 1) throw stale;
          return { data: { version: 3 } };
        },
        onDone: (answer) => onDone(answer.version),
      },
      version === 9 && { label: 'Never' },
    ],
  });
  return (
    <>
      {buttons}
      {dialog}
    </>
  );
}

it('asks before a step, stays with the reason when it was refused, and is tried again on what is true by then', async () => {
  const told: number[] = [];
  const done: number[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Thing told={told} onDone={(version) => done.push(version)} />
    </QueryClientProvider>,
  );
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Freeze']);
  await userEvent.click(screen.getByRole('button', { name: 'Freeze' }));
  const dialog = await screen.findByRole('dialog', { name: 'Freeze it?' });
  expect(told).toEqual([]);

  const confirm = () =>
    userEvent.click(
      screen
        .getAllByRole('button', { name: 'Freeze' })
        .find((button) => dialog.contains(button)) as HTMLElement,
    );
  await confirm();
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(done).toEqual([]);
  await confirm();
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(told).toEqual([1, 2]);
  expect(done).toEqual([3]);
});
