// The board under load: six columns of a thousand cards in a real browser, scrolled and dragged, with a trace.
// Settings: URL (a running product; else the packaged one is started), THROTTLE (4: a processor four times slower), NAME
// of the result, PROFILE (a file for the whole trace with samples), HEADED.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { settleBrowser } from '../e2e/support/browser.ts';
import { startServer } from '../e2e/support/server.ts';
import { columns, makeCompany, perColumn } from './kanban-company.mjs';
import { cardsIn, perform, scenes } from './kanban-scenes.mjs';
import { compact, explain, limit, summarise } from './kanban-trace.mjs';

const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('@playwright/test');
const results = join(import.meta.dirname, 'results');

/** What an answer weighs on the wire and unpacked. */
function weigh(base, path, token) {
  return new Promise((settle, fail) => {
    const began = performance.now();
    request(
      new URL(path, base),
      { headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' } },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const wire = Buffer.concat(parts);
          const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(wire) : wire;
          settle({
            ms: Math.round(performance.now() - began),
            wire_kb: Math.round(wire.length / 102.4) / 10,
            json_kb: Math.round(text.length / 102.4) / 10,
            body: JSON.parse(text),
          });
        });
      },
    )
      .on('error', fail)
      .end();
  });
}

async function payload(base, { api, pipeline }) {
  const board = `/api/crm/pipelines/${pipeline.id}/board`;
  const { body: first, ...opening } = await weigh(base, `${board}?per_stage=50`, api.token);
  const stage = first.stages[0];
  const { body: _, ...page } = await weigh(
    base,
    `/api/crm/deals?pipeline_id=${pipeline.id}&stage_id=${stage.id}&sort=position&limit=100&cursor=${stage.next_cursor}`,
    api.token,
  );
  const { body: __, ...widest } = await weigh(base, `${board}?per_stage=200`, api.token);
  return { board_50_per_column: opening, next_100_of_a_column: page, board_200_per_column: widest };
}

async function trace(page) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
        'toplevel',
        ...(process.env.PROFILE ? ['disabled-by-default-v8.cpu_profiler'] : []),
      ],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    const done = new Promise((settle) => session.once('Tracing.tracingComplete', settle));
    await session.send('Tracing.end');
    await done;
    return events;
  };
}

async function run(base, company) {
  const browser = await chromium.launch({
    executablePath: await settleBrowser(),
    headless: !process.env.HEADED,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'pt-BR',
      timezoneId: 'America/Sao_Paulo',
    });
    await page.request.post(new URL('/api/auth/login', base).href, {
      data: company.who,
      headers: { 'X-Pulso-Client': 'web' },
    });
    await page.addInitScript(() => localStorage.setItem('pulso.session', '1'));
    await page.goto(new URL('/pipeline', base).href);
    await cardsIn(page, columns[0]).first().waitFor();
    // Frames are asked for without a pause, so that each has a beginning in the trace.
    await page.evaluate(() => {
      const next = () => requestAnimationFrame(next);
      next();
    });
    const devtools = await page.context().newCDPSession(page);
    if (process.env.THROTTLE)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(process.env.THROTTLE) });
    scenes.length = 0;
    const stop = await trace(page);
    await perform(page);
    const events = await stop();
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    await devtools.send('Performance.enable');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    return {
      events,
      elements,
      cards: await page.getByRole('article').count(),
      heap_mb: Math.round(heap / 1e5) / 10,
      browser: browser.version(),
      scenes: summarise(events, scenes),
    };
  } finally {
    await browser.close();
  }
}

const commit = () =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname })
    .toString()
    .trim();

const server = process.env.URL ? { url: process.env.URL, stop: async () => undefined } : await startServer();
try {
  const company = await makeCompany(server.url);
  const { events, scenes: measured, ...page } = await run(server.url, company);
  const report = {
    command: `make bench-kanban${process.env.THROTTLE ? ` THROTTLE=${process.env.THROTTLE}` : ''}`,
    commit: commit(),
    at: new Date().toISOString(),
    machine: `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`,
    limit_ms: limit,
    ...page,
    payload: await payload(server.url, company),
    scenes: measured,
    longest_tasks: explain(events),
  };
  mkdirSync(results, { recursive: true });
  const name = process.env.NAME ?? 'kanban';
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  const packed = compact(events);
  writeFileSync(join(results, `${name}-trace.json.gz`), packed);
  if (process.env.PROFILE) writeFileSync(process.env.PROFILE, JSON.stringify({ traceEvents: events }));
  console.table(
    Object.fromEntries(
      measured.map(({ scene: title, ...figures }) => [
        title,
        {
          frames: figures.frames,
          p50: figures.frame_p50_ms,
          'longest wall': figures.longest_frame_wall_ms,
          'longest cpu': figures.longest_frame_cpu_ms,
          '>50 wall': figures.frames_over_50_ms_wall,
          '>50 cpu': figures.frames_over_50_ms_cpu,
          'task wall': figures.longest_task_wall_ms,
          'task cpu': figures.longest_task_cpu_ms,
        },
      ]),
    ),
  );
  console.log(
    `${page.elements} elements, ${page.cards} cards drawn of ${columns.length * perColumn}, heap ${page.heap_mb} MB; trace ${Math.round(packed.length / 1024)} kB`,
  );
  console.log(JSON.stringify(report.payload));
  const failed = measured.some((one) => one.frames_over_50_ms_cpu > 0 || one.long_tasks_cpu > 0);
  const late = measured.reduce((sum, one) => sum + one.frames_over_50_ms_wall, 0);
  console.log(
    `${failed ? 'FAIL' : 'PASS'}: no frame with more than ${limit} ms of our own work${late ? `; ${late} frames took longer by the watch, waiting for a processor` : ' nor by the watch'}`,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  await server.stop();
}
