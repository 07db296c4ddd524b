import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { switchLanguage } from '@/shared/i18n';
import { staffSession } from '@/shared/session/session';
import { at, profile, server, session } from '@/shared/testing/server';
import { Button } from './Button';
import { DateInput } from './DateInput';
import { EditableText } from './Editable';
import { Field } from './Field';
import { FormError, useSubmit } from './Form';
import { Input } from './Input';
import { MoneyInput } from './MoneyInput';
import { TagsInput } from './TagsInput';

const plain = (element: HTMLElement) => (element as HTMLInputElement).value.replace(/\u00a0/g, ' ');

function Money({ onChange }: { onChange: (cents: number | null) => void }) {
  const [value, setValue] = useState<number | null>(123456);
  return (
    <Field label="Valor">
      <MoneyInput
        value={value}
        onChange={(cents) => {
          setValue(cents);
          onChange(cents);
        }}
      />
    </Field>
  );
}

describe('money field', () => {
  it('shows reais, takes what people type, and gives cents', async () => {
    const change = vi.fn();
    render(<Money onChange={change} />);
    const field = screen.getByLabelText('Valor');
    expect(plain(field)).toBe('R$ 1.234,56');
    await userEvent.clear(field);
    await userEvent.type(field, 'R$ 2.500,5');
    expect(plain(field)).toBe('R$ 2.500,5');
    await userEvent.tab();
    expect(change).toHaveBeenLastCalledWith(250050);
    expect(plain(field)).toBe('R$ 2.500,50');
  });

  it('keeps nonsense visible and gives no amount for it', async () => {
    const change = vi.fn();
    render(<Money onChange={change} />);
    const field = screen.getByLabelText('Valor');
    await userEvent.clear(field);
    await userEvent.type(field, 'dois mil');
    await userEvent.tab();
    expect(plain(field)).toBe('dois mil');
    expect(change).toHaveBeenLastCalledWith(Number.NaN);
  });

  it("writes the company's currency, unless the record has one of its own", async () => {
    server.use(
      http.get(at('/api/profile'), () =>
        HttpResponse.json({ ...profile, tenant: { ...profile.tenant, currency: 'USD' } }),
      ),
    );
    await staffSession.open({ ...session('t'), user: { ...profile.user, id: 'usd' } });
    render(<MoneyInput aria-label="nosso" value={1000} onChange={() => undefined} />);
    render(<MoneyInput aria-label="deles" value={1000} currency="EUR" onChange={() => undefined} />);
    expect(plain(screen.getByLabelText('nosso'))).toBe('US$ 10,00');
    expect(plain(screen.getByLabelText('deles'))).toBe('€ 10,00');
    server.use(http.post(at('/api/auth/logout'), () => new HttpResponse(null, { status: 204 })));
    await staffSession.close();
  });

  it('follows the language', async () => {
    await switchLanguage('en');
    render(<Money onChange={() => undefined} />);
    expect(plain(screen.getByLabelText('Valor'))).toBe('R$1,234.56');
  });
});

function Dates({ change }: { change: (date: string) => void }) {
  const [value, setValue] = useState('');
  return (
    <Field label="Vence">
      <DateInput
        value={value}
        onChange={(date) => {
          setValue(date);
          change(date);
        }}
      />
    </Field>
  );
}

describe('date field', () => {
  it('puts the slashes in and gives the business date', async () => {
    const change = vi.fn();
    render(<Dates change={change} />);
    const field = screen.getByLabelText('Vence');
    await userEvent.type(field, '20112026');
    expect(field).toHaveValue('20/11/2026');
    expect(change).toHaveBeenLastCalledWith('2026-11-20');
    await userEvent.clear(field);
    await userEvent.type(field, '31022026');
    expect(change).toHaveBeenLastCalledWith('31/02/2026');
  });
});

describe('a fact that is edited in place', () => {
  it('is saved on Enter, and taken back on Escape', async () => {
    const save = vi.fn(() => Promise.resolve());
    render(<EditableText label="Nome" value="Ana" onSave={save} />);
    const field = screen.getByLabelText('Nome');
    await userEvent.type(field, ' Souza{Escape}');
    expect(field).toHaveValue('Ana');
    await userEvent.tab();
    expect(save).not.toHaveBeenCalled();
    await userEvent.type(field, ' Souza{Enter}');
    expect(save).toHaveBeenCalledExactlyOnceWith('Ana Souza');
  });

  it('is sent once, though Enter is followed by Tab while it is on its way', async () => {
    let answer: () => void = () => undefined;
    const save = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    render(<EditableText label="Nome" value="Maria" onSave={save} />);
    const field = screen.getByLabelText('Nome');
    await userEvent.clear(field);
    await userEvent.type(field, 'Ana{Enter}');
    await userEvent.tab();
    await userEvent.click(field);
    await userEvent.tab();
    expect(save).toHaveBeenCalledExactlyOnceWith('Ana');
    answer();
    await waitFor(() => expect(field).not.toHaveAttribute('readonly'));
  });

  it('keeps what the server refused, with the reason beside it', async () => {
    const save = () =>
      Promise.reject(
        new ApiProblem({
          status: 400,
          code: 'invalid',
          message: 'no',
          violations: [{ field: 'email', code: 'unheard_of', message: 'não é um e-mail' }],
        }),
      );
    render(<EditableText label="E-mail" value="" onSave={save} />);
    const field = screen.getByLabelText('E-mail');
    await userEvent.type(field, 'ana@{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('não é um e-mail');
    expect(field).toHaveValue('ana@');
    expect(field).toBeInvalid();
  });
});

function Contract({
  run,
}: {
  run: (values: { title: string; rows: { name: string }[] }) => Promise<unknown>;
}) {
  const form = useForm({ defaultValues: { title: 'x', rows: [{ name: 'y' }] } });
  const { onSubmit, failure } = useSubmit(form, run);
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={onSubmit}>
      <FormError failure={failure} />
      <Field label="Título" error={errors.title?.message}>
        <Input {...form.register('title')} />
      </Field>
      <Field label="Linha" error={errors.rows?.[0]?.name?.message}>
        <Input {...form.register('rows.0.name')} />
      </Field>
      <Button type="submit" busy={isSubmitting}>
        Salvar
      </Button>
    </form>
  );
}

describe('a form', () => {
  it('shows each violation of the server beside its field, and the rest above', async () => {
    const run = () =>
      Promise.reject(
        new ApiProblem({
          status: 400,
          code: 'invalid',
          message: 'no',
          violations: [
            { field: 'rows[0].name', code: 'unheard_of', message: 'curto demais' },
            { field: 'customer_id', code: 'unheard_of', message: 'não existe' },
          ],
        }),
      );
    render(<Contract run={run} />);
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('curto demais')).toBeInTheDocument();
    expect(screen.getByLabelText('Linha')).toBeInvalid();
    expect(screen.getByLabelText('Linha')).toHaveFocus();
    expect(screen.getByText('customer_id: não existe')).toBeInTheDocument();
    expect(screen.getByLabelText('Título')).toHaveValue('x');
  });

  it('is sent once however often one clicks', async () => {
    let finish = () => undefined as unknown;
    const run = vi.fn(() => new Promise((resolve) => (finish = () => resolve(undefined))));
    render(<Contract run={run} />);
    const button = screen.getByRole('button', { name: 'Salvar' });
    await userEvent.dblClick(button);
    await userEvent.click(button);
    expect(run).toHaveBeenCalledOnce();
    finish();
  });
});

function Tags() {
  const [tags, setTags] = useState<string[]>([]);
  return (
    <>
      <TagsInput value={tags} onChange={setTags} />
      <output>{tags.join('|')}</output>
    </>
  );
}

describe('tags', () => {
  it('are added by Enter or comma, once each, and taken away by Backspace', async () => {
    render(<Tags />);
    await userEvent.type(screen.getByRole('textbox'), 'quente,site{Enter}quente{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('quente|site');
    await userEvent.type(screen.getByRole('textbox'), '{Backspace}');
    expect(screen.getByRole('status')).toHaveTextContent('quente');
  });
});
