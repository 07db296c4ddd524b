import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RecordPanel } from './RecordPanel';

it('has a name from the first moment, and that of its record as soon as it is there', () => {
  const panel = (data?: { title: string }) => (
    <RecordPanel
      query={{ data, error: null, refetch: () => undefined }}
      title={(record) => record.title}
      onClose={() => undefined}
    >
      {() => null}
    </RecordPanel>
  );
  const { rerender } = render(panel());
  expect(screen.getByRole('dialog', { name: 'Carregando…' })).toBeVisible();
  rerender(panel({ title: 'Hospedagem' }));
  expect(screen.getByRole('dialog', { name: 'Hospedagem' })).toBeVisible();
});
