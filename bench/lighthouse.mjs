// Lighthouse over the pages of a running Pulso, as a visitor and as a logged-in user, on a desktop and on a phone.
//
//   npm install --prefix DIR lighthouse@13 puppeteer-core@25
//   LIGHTHOUSE_FROM=DIR node bench/lighthouse.mjs [URL] [RUNS]
//
// Not a dependency of the repository: it brings hundreds of packages that nothing else needs. The median of RUNS (3) by
// performance is kept, in bench/results/lighthouse.json.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [url = 'http://127.0.0.1:8080', runs = '3'] = process.argv.slice(2);
const only = process.env.LIGHTHOUSE_PAGES?.split(',');
const from = process.env.LIGHTHOUSE_FROM;
if (!from) throw new Error('LIGHTHOUSE_FROM: the folder that lighthouse and puppeteer-core are installed in');
const require = createRequire(join(resolve(from), 'index.js'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse, desktopConfig } = await load('lighthouse');
const { default: puppeteer } = await load('puppeteer-core');

const chromium =
  process.env.PULSO_E2E_CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean) ??
  fail('no Chromium on the path: name one in PULSO_E2E_CHROMIUM');

function onPath(name) {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function fail(message) {
  throw new Error(message);
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'], headless: true });
const page = await browser.newPage();

async function logIn() {
  await page.goto(`${url}/login`);
  return page.evaluate(async () => {
    const answer = await fetch('/api/auth/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Pulso-Client': 'web' },
      body: JSON.stringify({ email: 'admin@demo.com', password: 'demo12345' }),
    });
    if (!answer.ok) throw new Error(`login: ${answer.status}`);
    localStorage.setItem('pulso.session', '1');
    const { access_token } = await answer.json();
    const invoices = await fetch('/api/invoices?limit=1&status=overdue', {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    const [invoice] = (await invoices.json()).data;
    return invoice.id;
  });
}

const measured = ['accessibility', 'performance', 'best-practices'];
const timings = {
  fcp_ms: 'first-contentful-paint',
  lcp_ms: 'largest-contentful-paint',
  tbt_ms: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
};

async function run(path, form) {
  // The session stays, what a first visit has to fetch does not.
  const cache = await page.createCDPSession();
  await cache.send('Network.clearBrowserCache');
  await cache.detach();
  const config = form === 'desktop' ? desktopConfig : undefined;
  const flags = { onlyCategories: measured, disableStorageReset: true, logLevel: 'error' };
  const { lhr } = await lighthouse(`${url}${path}`, flags, config, page);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  // The frame that is painted before the app is a fine score for a page that shows nothing.
  const shown = await page.evaluate(() => ({
    heading: document.querySelector('h1')?.textContent,
    waiting: document.querySelectorAll('.shimmer').length,
  }));
  if (!shown.heading || shown.waiting > 0)
    throw new Error(`${path} was not finished: ${JSON.stringify(shown)}`);
  const scores = Object.fromEntries(
    measured.map((category) => [category, Math.round((lhr.categories[category].score ?? 0) * 100)]),
  );
  const values = Object.fromEntries(
    Object.entries(timings).map(([name, audit]) => [
      name,
      Number(lhr.audits[audit].numericValue.toFixed(name === 'cls' ? 3 : 0)),
    ]),
  );
  const faults = Object.values(lhr.audits)
    .filter((audit) => audit.score === 0 && audit.scoreDisplayMode === 'binary')
    .map((audit) => audit.id);
  return {
    ...scores,
    ...values,
    faults,
    led_to: new URL(lhr.finalDisplayedUrl).pathname,
    version: lhr.lighthouseVersion,
  };
}

const results = [];
async function measure(name, path) {
  if (only && !only.includes(name)) return;
  for (const form of ['desktop', 'mobile']) {
    const all = [];
    for (let at = 0; at < Number(runs); at += 1) all.push(await run(path, form));
    all.sort((one, other) => one.performance - other.performance);
    const median = all[Math.floor(all.length / 2)];
    results.push({ page: name, form, ...median, runs: all.map((one) => one.performance) });
    console.log(name, form, JSON.stringify(results.at(-1)));
  }
}

await measure('login', '/login');
const invoice = await logIn();
for (const [name, path] of [
  ['dashboard', '/dashboard'],
  ['board', '/pipeline'],
  ['portfolio', '/portfolio'],
  ['invoices', '/invoices'],
  ['invoice', `/invoices/${invoice}`],
])
  await measure(name, path);
await browser.close();

const folder = resolve(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const { version } = results[0];
for (const result of results) delete result.version;
writeFileSync(
  join(folder, process.env.LIGHTHOUSE_OUT ?? 'lighthouse.json'),
  `${JSON.stringify({ lighthouse: version, runs: Number(runs), load_at_end: loadavg()[0], results }, null, 2)}\n`,
);
