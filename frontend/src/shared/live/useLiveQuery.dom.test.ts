import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { liveReader } from './useLiveQuery';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A list on screen whose answer takes 250 ms and says how many events it knows of. */
function list(client: QueryClient) {
  const state = { happened: 0, asked: 0, seen: [] as number[], cancelled: 0 };
  const observer = new QueryObserver<number>(client, {
    queryKey: [{ _id: 'listJobRuns' }],
    queryFn: async ({ signal }) => {
      state.asked++;
      signal.addEventListener('abort', () => state.cancelled++);
      const known = state.happened;
      await new Promise((resolve) => setTimeout(resolve, 250));
      return known;
    },
  });
  observer.subscribe(({ data, isSuccess }) => {
    if (isSuccess && data !== state.seen.at(-1)) state.seen.push(data);
  });
  return state;
}

it('events that come faster than answers neither starve the list nor flood the server', async () => {
  const client = new QueryClient();
  const state = list(client);
  const reader = liveReader(client, ['job_run', 'import']);
  await vi.advanceTimersByTimeAsync(300);
  for (let at = 0; at < 30; at++) {
    state.happened++;
    reader.hear('job_run.updated');
    await vi.advanceTimersByTimeAsync(100);
  }
  // In these three seconds the list has moved on, again and again ...
  expect(state.seen.length).toBeGreaterThan(3);
  expect(state.asked).toBeLessThan(12);
  expect(state.cancelled).toBe(0);
  // ... and a moment later it knows of everything.
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.seen.at(-1)).toBe(30);
  const { asked } = state;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.asked).toBe(asked);
});

it('what was being read when the event came is read once more', async () => {
  const client = new QueryClient();
  const state = list(client);
  const reader = liveReader(client, ['job_run']);
  await vi.advanceTimersByTimeAsync(10);
  state.happened = 1;
  reader.hear('job_run.updated');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.seen).toEqual([0, 1]);
});

it('hears of what it is asked for, of everything after a gap, and of nothing once it is left', async () => {
  const client = new QueryClient();
  const state = list(client);
  const reader = liveReader(client, ['job_run']);
  await vi.advanceTimersByTimeAsync(1_000);
  for (const type of ['deal.updated', 'something.new', 'import.updated']) reader.hear(type);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.asked).toBe(1);
  reader.hear(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.asked).toBe(2);
  reader.hear('job_run.updated');
  reader.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.asked).toBe(2);
});
