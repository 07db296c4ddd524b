import i18next from 'i18next';
import { staffSession } from '@/shared/session/session';
import { doubtConnection } from './connection';
import { takeEarly } from './early';
import { client } from './gen/client.gen';
import { ApiProblem, toProblem } from './problem';

/**
 * Sends a request as the person who is logged in. A 401 means the token has ended (or was revoked): it is renewed once
 * and the request repeated. When the session is over the request waits until they have signed in again over the page, and
 * is sent then: what was typed is neither lost nor to be submitted twice.
 */
async function authorisedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const original = new Request(input, init);
  const send = (token: string | null) => {
    const request = original.clone();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    request.headers.set('Accept-Language', i18next.language ?? 'pt-BR');
    return reached(fetch(request));
  };
  const signingIn = original.url.includes('/api/auth/');
  const used =
    staffSession.current().status === 'over' && !signingIn
      ? await staffSession.reopened(original.signal)
      : staffSession.token();
  // Screens that are being left after a logout still ask once more: that can only be refused.
  if (staffSession.current().status === 'anonymous' && !signingIn)
    throw new ApiProblem({ status: 401, code: 'unauthorized', message: 'no session' });
  const early = original.method === 'GET' ? takeEarly(original.url) : undefined;
  const response = await (early ?? send(used));
  if (response.status !== 401 || !used) return response;
  const renewed = (await staffSession.renew(used)) ?? (await staffSession.reopened(original.signal));
  return renewed ? send(renewed) : response;
}

/** A request that did not get through may mean that there is no connection: that is looked into, and told. */
function reached(answer: Promise<Response>): Promise<Response> {
  answer.catch((error: unknown) => {
    if (error instanceof TypeError) doubtConnection();
  });
  return answer;
}

export function configureClient(): void {
  client.setConfig({ baseUrl: location.origin, fetch: authorisedFetch as typeof fetch, throwOnError: true });
  client.interceptors.error.use((error, response) => toProblem(error, response));
}
