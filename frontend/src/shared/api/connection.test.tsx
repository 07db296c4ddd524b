import { onlineManager } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { useForm } from 'react-hook-form';
import { afterEach, expect, it, vi } from 'vitest';
import { at, server } from '@/shared/testing/server';
import { ErrorState } from '@/shared/ui/ErrorState';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { doubtConnection } from './connection';
import { ApiProblem } from './problem';

const offline = new ApiProblem({ status: 0, code: 'offline', message: 'Failed to fetch' });

afterEach(() => onlineManager.setOnline(true));

it('is lost when the server cannot be reached, and back when it answers, without anybody asking', async () => {
  server.use(http.head(at('/favicon.svg'), () => HttpResponse.error()));
  doubtConnection();
  await waitFor(() => expect(onlineManager.isOnline()).toBe(false));
  server.use(http.head(at('/favicon.svg'), () => new HttpResponse(null)));
  await waitFor(() => expect(onlineManager.isOnline()).toBe(true));
});

it('is not lost because one request failed', async () => {
  const states: boolean[] = [];
  const unsubscribe = onlineManager.subscribe((online) => states.push(online));
  let asked = 0;
  server.use(
    http.head(at('/favicon.svg'), () => {
      asked++;
      return new HttpResponse(null);
    }),
  );
  doubtConnection();
  await waitFor(() => expect(asked).toBe(1));
  expect(states).toEqual([]);
  unsubscribe();
});

it('brings back by itself what could not be loaded without it', () => {
  onlineManager.setOnline(false);
  const retry = vi.fn();
  render(<ErrorState error={offline} onRetry={retry} />);
  onlineManager.setOnline(true);
  expect(retry).toHaveBeenCalledOnce();
});

it('does not ask again for what the server refused', () => {
  onlineManager.setOnline(false);
  const retry = vi.fn();
  render(<ErrorState error={new ApiProblem({ status: 500, code: 'server', message: '' })} onRetry={retry} />);
  onlineManager.setOnline(true);
  expect(retry).not.toHaveBeenCalled();
});

function LeadForm({ send }: { send: () => Promise<unknown> }) {
  const form = useForm({ defaultValues: { name: '' } });
  const { onSubmit, failure } = useSubmit(form, send);
  return (
    <form onSubmit={onSubmit}>
      <FormError failure={failure} />
      <input aria-label="Nome" {...form.register('name')} />
      <button type="submit">Criar</button>
    </form>
  );
}

it('is waited for by a form that says so, and goes quiet when it is back', async () => {
  const user = userEvent.setup();
  onlineManager.setOnline(false);
  render(<LeadForm send={() => new Promise(() => undefined)} />);
  await user.click(screen.getByRole('button', { name: 'Criar' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Sem conexão: ainda não foi enviado');
  onlineManager.setOnline(true);
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
});
