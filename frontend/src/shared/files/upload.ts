import type { StoredFile } from '@/shared/api/gen';
import { ApiProblem, toProblem } from '@/shared/api/problem';
import { staffSession } from '@/shared/session/session';
import type { AttachableKind } from './attachable';

/** What the server takes at most. */
export const mostBytes = 50 * 1024 * 1024;

interface Sending {
  kind: AttachableKind;
  id: string;
  file: File;
  /** The same for every try: of an answer that got lost nothing is kept twice. */
  key: string;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

/** Sends a file as the person who is logged in. By hand: `fetch` does not tell how much of a body has been sent. */
export async function sendFile(sending: Sending): Promise<StoredFile> {
  const used =
    staffSession.current().status === 'over'
      ? await staffSession.reopened(sending.signal)
      : staffSession.token();
  try {
    return await attempt(sending, used);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401 || !used) throw error;
    const renewed = (await staffSession.renew(used)) ?? (await staffSession.reopened(sending.signal));
    return attempt(sending, renewed);
  }
}

function attempt(
  { kind, id, file, key, signal, onProgress }: Sending,
  token: string | null,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const gone = () => reject(new ApiProblem({ status: 0, code: 'offline', message: 'not sent' }));
    request.open('POST', '/api/files');
    request.responseType = 'json';
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as StoredFile)
        : reject(toProblem(request.response, new Response(null, { status: request.status || 500 })));
    request.onerror = gone;
    request.ontimeout = gone;
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append(`${kind}_id`, id);
    form.append('file', file, file.name);
    request.send(form);
  });
}
