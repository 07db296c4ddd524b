import { HttpResponse, http } from 'msw';
import { expect, it, vi } from 'vitest';
import { staffSession } from '@/shared/session/session';
import { answersProfile, at, server, session } from '@/shared/testing/server';
import { onLive } from './live';

it('a listener that fails harms neither the stream nor the others, and is not handed the same again', async () => {
  const asked: (string | null)[] = [];
  let say: (text: string) => void = () => undefined;
  server.use(
    answersProfile(),
    http.get(at('/api/live'), ({ request }) => {
      asked.push(request.headers.get('Last-Event-ID'));
      return new HttpResponse(
        new ReadableStream({
          start: (stream) => {
            say = (text) => stream.enqueue(new TextEncoder().encode(text));
          },
        }),
        { headers: { 'Content-Type': 'text/event-stream' } },
      );
    }),
  );
  await staffSession.open(session('t'));
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const failing = vi.fn(() => {
    throw new Error('a fault of one screen');
  });
  const heard = vi.fn();
  const stop = [onLive(failing), onLive(heard)];
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  say('id: 1\nevent: deal.updated\ndata: {"id":"d1"}\n\nid: 2\nevent: deal.updated\ndata: {"id":"d2"}\n\n');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(failing).toHaveBeenCalledTimes(2);
  expect(reported).toHaveBeenCalledTimes(2);
  expect(asked).toEqual([null]);
  for (const each of stop) each();
  vi.unstubAllGlobals();
});
