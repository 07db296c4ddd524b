import { HttpResponse, http, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Profile, Session } from '@/shared/api/gen';

export const at = (path: string) => `${location.origin}${path}`;

/** The network of the tests: each test adds what its screen asks for; anything else fails, and nobody else does anything. */
export const server = setupServer(
  http.head(at('/favicon.svg'), () => new HttpResponse(null)),
  http.get(at('/api/auth/registration'), () => HttpResponse.json({ status: 'open' })),
  // Every list has views, none unless a test says so, and figures, which its rows stand for meanwhile.
  http.get(at('/api/custom-fields'), () => HttpResponse.json({ data: [], next_cursor: null })),
  http.get(at('/api/views'), () => HttpResponse.json({ data: [], next_cursor: null })),
  http.post(at('/api/lists/summary'), () => new HttpResponse(null, { status: 503 })),
  // The bell of every page.
  http.get(at('/api/notifications/unread-count'), () => HttpResponse.json({ unread_count: 0, more: false })),
  http.get(at('/api/notifications/preferences'), () =>
    HttpResponse.json({ digest_hour: 8, choices: [], version: 0 }),
  ),
  // Every record has one; what is in it is said by the tests that read it.
  http.get(at('/api/*/:id/loop'), () => HttpResponse.json({ steps: [] })),
  http.get(at('/api/*/:id/timeline'), () => HttpResponse.json({ data: [], next_cursor: null })),
  http.get(
    at('/api/live'),
    () => new HttpResponse(new ReadableStream(), { headers: { 'Content-Type': 'text/event-stream' } }),
  ),
);

export const profile: Profile = {
  user: {
    id: 'u1',
    name: 'Maria Alves',
    email: 'maria@pixel12.com.br',
    role: 'admin',
    status: 'active',
    version: 0,
  },
  tenant: {
    id: 't1',
    slug: 'pixel12',
    name: 'Pixel12 Digital',
    locale: 'pt-BR',
    time_zone: 'America/Sao_Paulo',
    currency: 'BRL',
    invoice_due_days: 10,
    version: 0,
  },
  permissions: ['crm.deals', 'crm.leads', 'crm.companies', 'crm.contacts', 'crm.pipelines', 'people.users']
    .flatMap((module) => [`${module}:read`, `${module}:write`])
    .concat('portfolio.contracts:read', 'portfolio.contracts:approve'),
  email_verified: true,
  password_changed_at: '2026-01-02T03:04:05Z',
  second_factor: false,
  recovery_codes_left: 0,
  theme: 'system',
  version: 0,
};

export const session = (token: string): Session => ({
  access_token: token,
  token_type: 'Bearer',
  expires_in: 900,
  user: profile.user,
  tenant: profile.tenant,
});

/** The version that a write is based on (`If-Match`). */
export const versionOf = (request: Request): number | undefined => {
  const tag = request.headers.get('If-Match');
  return tag === null ? undefined : Number(tag.replaceAll('"', ''));
};

export const answersProfile = (permissions = profile.permissions) =>
  http.get(at('/api/profile'), () => HttpResponse.json({ ...profile, permissions }));

export const answers = (path: string, body: JsonBodyType) =>
  http.get(at(path), () => HttpResponse.json(body));

export function problem(status: number, code: string, rest: Record<string, JsonBodyType> = {}) {
  return HttpResponse.json(
    { type: `/docs/problems/${code}`, title: code, status, trace_id: 'trace-1', ...rest },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
