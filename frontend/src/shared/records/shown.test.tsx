import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { formatPhone } from '@/shared/format/phone';
import { FactList } from '@/shared/ui/FactList';
import { shownOf } from './shown';

interface Thing {
  id: string;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  code?: string | null;
}
const shown = shownOf<Thing>()({
  email: { link: 'mailto:', column: {} },
  phone: { link: 'tel:', format: formatPhone, column: { width: '9rem', hideBelow: 'lg' } },
  website: { link: 'site' },
  code: {},
});
const label = (name: string) => `the ${name}`;
const facts = (thing: Thing) => render(<FactList facts={shown.facts(thing, label)} />);

describe('what is shown of a record', () => {
  it('is a column where it has one, in its order', () => {
    const columns = shown.columns(label);
    expect(columns.map(({ id, header, hideBelow }) => [id, header, hideBelow])).toEqual([
      ['email', 'the email', undefined],
      ['phone', 'the phone', 'lg'],
    ]);
    render(<div>{columns[1]?.cell({ id: '1', phone: '+5511987654321' })}</div>);
    expect(screen.getByText('(11) 98765-4321')).toBeInTheDocument();
  });

  it('is a fact where there is something, and a link where that can be followed', () => {
    facts({ id: '1', email: 'a@b.example', phone: '+5511987654321', website: 'acme.com.br', code: 'K-7' });
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'mailto:a@b.example',
      'tel:+5511987654321',
      'https://acme.com.br',
    ]);
    expect(screen.getByText('K-7')).toBeInTheDocument();
  });

  it('gives an e-mail address to take along whole, however much of it there is room for', async () => {
    userEvent.setup();
    const address = 'financeiro.e.administrativo@clinica-odontologica-sorriso.example';
    facts({ id: '1', email: address });
    await userEvent.click(screen.getByRole('button', { name: `Copiar ${address}` }));
    expect(await navigator.clipboard.readText()).toBe(address);
    expect(screen.getByRole('link')).toHaveTextContent(address);
  });

  it('leaves out what is missing, and never follows another scheme than that of sites', () => {
    facts({ id: '1', website: 'javascript:alert(1)', email: null });
    expect(screen.getByRole('link')).toHaveAttribute('href', 'https://javascript:alert(1)');
    expect(screen.queryByText('the email')).toBeNull();
  });
});
