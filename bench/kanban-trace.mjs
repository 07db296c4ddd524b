// Reads a Chromium trace: what the page's main thread did, task by task and frame by frame.
import { gzipSync } from 'node:zlib';

export const limit = 50;

const isTask = (event) => event.ph === 'X' && event.name === 'RunTask';
const round = (ms) => Math.round(ms * 10) / 10;

/** The renderer's main thread that drew the page: the one with the most work. */
function mainThread(events) {
  const renderers = events.filter(
    (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain',
  );
  const work = new Map(renderers.map(({ pid, tid }) => [`${pid}.${tid}`, 0]));
  for (const event of events)
    if (isTask(event)) {
      const key = `${event.pid}.${event.tid}`;
      if (work.has(key)) work.set(key, work.get(key) + event.dur);
    }
  const [key] = [...work].sort((a, b) => b[1] - a[1])[0] ?? [];
  return key;
}

/**
 * Per scene (a span between two `performance.mark`s): tasks and frames of the main thread. `wall` is what a watch shows,
 * `cpu` what the thread itself has used (`tdur`): a task that the scheduler has put aside for another program has the
 * first without the second. A frame reaches from one call of the page's requestAnimationFrame to the next; its cpu is
 * that of the tasks in it.
 */
export function summarise(events, scenes) {
  const main = mainThread(events);
  const own = events.filter((event) => `${event.pid}.${event.tid}` === main);
  const marks = new Map(
    own.filter((event) => event.cat?.includes('blink.user_timing')).map((event) => [event.name, event.ts]),
  );
  const tasks = own.filter(isTask).sort((a, b) => a.ts - b.ts);
  const ticks = own
    .filter((event) => event.name === 'FireAnimationFrame' && event.ph === 'X')
    .map((event) => event.ts);
  const starts = [...new Set(ticks)].sort((a, b) => a - b);
  return scenes.map((scene) => {
    const from = marks.get(`${scene}:from`);
    const to = marks.get(`${scene}:to`);
    if (!from || !to) throw new Error(`the trace does not know the scene ${scene}`);
    const inside = tasks.filter((task) => task.ts >= from && task.ts < to);
    const frames = [];
    let at = 0;
    // Callbacks of one frame start within a fraction of a millisecond.
    const begins = starts.filter(
      (ts, index) => ts >= from && ts <= to && (index === 0 || ts - starts[index - 1] > 2000),
    );
    for (let index = 1; index < begins.length; index++) {
      const [begin, end] = [begins[index - 1], begins[index]];
      while (at < inside.length && inside[at].ts + inside[at].dur <= begin) at++;
      let cpu = 0;
      for (let next = at; next < inside.length && inside[next].ts < end; next++) {
        const task = inside[next];
        const shared = Math.min(end, task.ts + task.dur) - Math.max(begin, task.ts);
        cpu += (task.tdur ?? task.dur) * (task.dur ? shared / task.dur : 1);
      }
      frames.push({ wall: (end - begin) / 1000, cpu: cpu / 1000 });
    }
    const longest = (list, of) => round(list.reduce((most, one) => Math.max(most, of(one)), 0));
    const sorted = frames.map((frame) => frame.wall).sort((a, b) => a - b);
    return {
      scene,
      seconds: round((to - from) / 1e6),
      frames: frames.length,
      frame_p50_ms: round(sorted[Math.floor(sorted.length * 0.5)] ?? 0),
      frame_p99_ms: round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
      longest_frame_wall_ms: longest(frames, (frame) => frame.wall),
      longest_frame_cpu_ms: longest(frames, (frame) => frame.cpu),
      frames_over_50_ms_wall: frames.filter((frame) => frame.wall > limit).length,
      frames_over_50_ms_cpu: frames.filter((frame) => frame.cpu > limit).length,
      longest_task_wall_ms: longest(inside, (task) => task.dur / 1000),
      longest_task_cpu_ms: longest(inside, (task) => (task.tdur ?? task.dur) / 1000),
      long_tasks_wall: inside.filter((task) => task.dur > limit * 1000).length,
      long_tasks_cpu: inside.filter((task) => (task.tdur ?? task.dur) > limit * 1000).length,
      busy_cpu_percent: round(
        (inside.reduce((sum, task) => sum + (task.tdur ?? task.dur), 0) / (to - from)) * 100,
      ),
    };
  });
}

/** What the longest tasks consist of: the names of the longest pieces of work in each. */
export function explain(events, count = 5) {
  const main = mainThread(events);
  const own = events.filter((event) => `${event.pid}.${event.tid}` === main && event.ph === 'X');
  return own
    .filter(isTask)
    .sort((a, b) => (b.tdur ?? b.dur) - (a.tdur ?? a.dur))
    .slice(0, count)
    .map((task) => ({
      at_s: round(task.ts / 1e6),
      wall_ms: round(task.dur / 1000),
      cpu_ms: round((task.tdur ?? task.dur) / 1000),
      inside: own
        .filter(
          (event) =>
            event !== task &&
            event.ts >= task.ts &&
            event.ts + event.dur <= task.ts + task.dur &&
            event.dur > 1000,
        )
        .sort((a, b) => b.dur - a.dur)
        .slice(0, 8)
        .map(
          (event) =>
            `${event.name}${event.args?.data?.type ? ` ${event.args.data.type}` : ''} ${round(event.dur / 1000)}`,
        ),
    }));
}

/** The trace without what nobody will look at: it opens in the browser's performance panel. */
export function compact(events) {
  const main = mainThread(events);
  const kept = events.filter(
    (event) =>
      event.ph === 'M' ||
      event.name === 'TracingStartedInBrowser' ||
      event.cat?.includes('blink.user_timing') ||
      (`${event.pid}.${event.tid}` === main &&
        event.ph === 'X' &&
        (event.dur >= 2000 || event.name === 'FireAnimationFrame')),
  );
  return gzipSync(JSON.stringify({ traceEvents: kept }), { level: 9 });
}
