import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { Company, StoredFile } from '@/shared/api/gen';
import { answers, at, problem, server } from '@/shared/testing/server';

const company: Company = {
  id: '01939f6c-7a3e-7cc1-9c0e-000000000900',
  name: 'Padaria Sol',
  notes: null,
  version: 1,
};
const address = `/companies?id=${company.id}`;
const rights = ['crm.companies:read', 'files.files:read', 'files.files:write'];
const page = <T,>(data: T[]) => ({ data, next_cursor: null });

const stored = (name: string, rest: Partial<StoredFile> = {}): StoredFile => ({
  id: `01939f6c-7a3e-7cc1-9c0e-${String(name.length).padStart(12, '0')}`,
  name,
  media_type: 'application/pdf',
  size_bytes: 48_213,
  sha256: 'a'.repeat(64),
  state: 'stored',
  has_thumbnail: false,
  width: null,
  height: null,
  created_by_id: 'u1',
  created_by: { id: 'u1', name: 'Maria Alves' },
  lead_id: null,
  deal_id: null,
  company_id: company.id,
  contact_id: null,
  customer_id: null,
  contract_id: null,
  invoice_id: null,
  activity_id: null,
  created_at: '2026-11-02T15:00:00Z',
  updated_at: '2026-11-02T15:00:00Z',
  version: 0,
  ...rest,
});

let files: StoredFile[];
let deleted: string[];

beforeEach(() => {
  files = [stored('Proposta.pdf')];
  deleted = [];
  server.use(
    answers(`/api/crm/companies/${company.id}/timeline`, page([])),
    answers('/api/crm/companies', page([company])),
    answers('/api/crm/contacts', page([])),
    answers('/api/crm/deals', page([])),
    answers(`/api/crm/companies/${company.id}`, company),
    http.get(at('/api/files'), ({ request }) => {
      const wanted = new URL(request.url).searchParams.get('company_id');
      return HttpResponse.json(page(wanted === company.id ? files : []));
    }),
    http.delete(at('/api/files/:id'), ({ params }) => {
      deleted.push(String(params.id));
      files = files.filter((file) => file.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

it('a record shows its files, and nothing of them to who may see none', async () => {
  files = [stored('Proposta.pdf'), stored('Perdido.txt', { state: 'missing' })];
  const { unmount } = await renderAt(address, rights);
  expect(await screen.findByRole('button', { name: 'Ver Proposta.pdf' })).toBeVisible();
  expect(screen.getByText(/48 kB · Maria Alves/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Ver Perdido.txt' })).toBeDisabled();
  unmount();
  await renderAt(address, ['crm.companies:read']);
  expect(await screen.findByRole('heading', { name: 'Padaria Sol' })).toBeVisible();
  expect(screen.queryByText('Arquivos')).not.toBeInTheDocument();
});

it('a file that is dropped on a record is sent, and one that is refused says why and can be let go', async () => {
  let sent = 0;
  server.use(
    http.post(at('/api/files'), () => {
      if (sent++ === 1)
        return problem(400, 'invalid', { violations: [{ field: '/file', code: 'program', message: 'no' }] });
      files = [...files, stored('Contrato.pdf')];
      return HttpResponse.json(stored('Contrato.pdf'), { status: 201 });
    }),
  );
  await renderAt(address, rights);
  const place = await screen.findByRole('list', { name: 'Arquivos' });
  const drop = (name: string) =>
    fireEvent.drop(place, {
      dataTransfer: { types: ['Files'], files: [new File(['x'], name)], items: [] },
    });
  drop('Contrato.pdf');
  expect(await screen.findByRole('button', { name: 'Ver Contrato.pdf' })).toBeVisible();
  drop('vírus.exe');
  expect(await screen.findByText('Programas não são guardados.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Descartar vírus.exe' }));
  expect(screen.queryByText('vírus.exe')).not.toBeInTheDocument();
});

it('a file that is deleted by mistake comes back, and is deleted by leaving the page', async () => {
  await renderAt(address, rights);
  await userEvent.click(await screen.findByRole('button', { name: 'Excluir Proposta.pdf' }));
  expect(screen.queryByRole('button', { name: 'Ver Proposta.pdf' })).not.toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Desfazer' }));
  expect(await screen.findByRole('button', { name: 'Ver Proposta.pdf' })).toBeVisible();
  expect(deleted).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Excluir Proposta.pdf' }));
  fireEvent(window, new Event('pagehide'));
  await waitFor(() => expect(deleted).toHaveLength(1));
});
