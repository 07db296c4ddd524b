import i18next from 'i18next';
import { accessToken, getSession, renew } from '@/shared/session/session';
import { takeEarly } from './early';
import { client } from './gen/client.gen';
import { ApiProblem, toProblem } from './problem';

/**
 * Sends a request as the person who is logged in. A 401 means the token has ended (or was revoked): it is renewed once
 * and the request repeated. When there is no session any more the guard of the route takes over.
 */
async function authorisedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const original = new Request(input, init);
  const send = (token: string | null) => {
    const request = original.clone();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    request.headers.set('Accept-Language', i18next.language ?? 'pt-BR');
    return fetch(request);
  };
  const used = accessToken();
  // Screens that are being left after a logout still ask once more: that can only be refused.
  if (getSession().status === 'anonymous' && !original.url.includes('/api/auth/'))
    throw new ApiProblem({ status: 401, code: 'unauthorized', message: 'no session' });
  const early = original.method === 'GET' ? takeEarly(original.url) : undefined;
  const response = await (early ?? send(used));
  if (response.status !== 401 || !used) return response;
  const renewed = await renew(used);
  return renewed ? send(renewed) : response;
}

export function configureClient(): void {
  client.setConfig({ baseUrl: location.origin, fetch: authorisedFetch as typeof fetch, throwOnError: true });
  client.interceptors.error.use((error, response) => toProblem(error, response));
}
