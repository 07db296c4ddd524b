// Adds up what the parts of `make test` left behind. Prints each failure, then one last line; exits 1 when anything failed.
// A part that ended badly without naming a failed test counts as one failure: it did not run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, results] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));
const none = () => ({ passed: 0, skipped: 0, failures: [], flaky: [] });

function contract() {
  return { ...none(), passed: exit('contract') === 0 ? 1 : 0 };
}

/** No test; told when it failed. */
const build = none;

/**
 * What one class may take of the time of its kind, or these seconds, whichever is more: one that takes longer holds up everybody, each
 * time. Of all, so that a machine that is slow is slow for all of them; nearly three times what the longest takes, for its bad moments.
 */
const CLASS_BUDGET = { seconds: 60, share: { quarkus: 0.2, packaged: 0.5 } };
/** As many of a kind as make a share mean something: a run of a few classes has none to share with. */
const CLASSES_TO_SHARE = 5;

function backend() {
  const sum = none();
  const folder = join(root, 'backend/target/surefire-reports');
  const times = [];
  for (const file of existsSync(folder)
    ? readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))
    : []) {
    const xml = readFileSync(join(folder, file), 'utf8');
    const time = Number(attribute(xml.match(/<testsuite\b[^>]*>/)?.[0] ?? '', 'time').replaceAll(',', ''));
    times.push({ name: file.slice('TEST-'.length, -'.xml'.length), time });
    // A test case is either <testcase .../> or <testcase ...>...</testcase>.
    for (const [, attributes, , body = ''] of xml.matchAll(
      /<testcase\b((?:[^>"]|"[^"]*")*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
    )) {
      const name = `${attribute(attributes, 'classname')} ${attribute(attributes, 'name')}`;
      const problem = body.match(/<(failure|error)\b((?:[^>"]|"[^"]*")*)/);
      if (problem)
        sum.failures.push(`${name}: ${attribute(problem[2], 'message') || attribute(problem[2], 'type')}`);
      else if (/<skipped\b/.test(body)) sum.skipped++;
      else {
        sum.passed++;
        const first = body.match(/<flaky(?:Failure|Error)\b((?:[^>"]|"[^"]*")*)/);
        if (first)
          sum.flaky.push(`${name}: ${attribute(first[1], 'message') || attribute(first[1], 'type')}`);
      }
    }
  }
  times.sort((a, b) => b.time - a.time);
  console.log(
    `slowest: ${times
      .slice(0, 10)
      .map(({ name, time }) => `${name.split('.').at(-1)} ${Math.round(time)} s`)
      .join(', ')}`,
  );
  for (const kind of ['quarkus', 'packaged']) {
    const ofKind = times.filter(({ name }) => name.endsWith('PackagedTest') === (kind === 'packaged'));
    const all = ofKind.reduce((total, { time }) => total + time, 0);
    const budget = Math.max(CLASS_BUDGET.seconds, CLASS_BUDGET.share[kind] * all);
    for (const { name, time } of ofKind)
      if (ofKind.length >= CLASSES_TO_SHARE && time > budget)
        sum.failures.push(
          `${name} took ${Math.round(time)} s of ${Math.round(all)}, over its budget of ${Math.round(budget)}: divide it, or make it faster`,
        );
  }
  // A process that died leaves no result of what it had still to run.
  const shards = join(root, 'backend/target/shards');
  const ran = new Set(times.map(({ name }) => name));
  for (const file of existsSync(shards) ? readdirSync(shards) : [])
    for (const line of readFileSync(join(shards, file), 'utf8').split('\n').filter(Boolean)) {
      const name = line.replaceAll('/', '.').replace(/\.java$/, '');
      if (![...ran].some((each) => each === name || each.startsWith(`${name}$`)))
        sum.failures.push(`${name} left no result`);
    }
  return sum;
}

function frontend() {
  const sum = none();
  if (!existsSync(join(results, 'frontend.json'))) return sum;
  for (const file of json('frontend.json').testResults) {
    // One that could not be read, or made ready: its tests were not tried.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      sum.failures.push(`${file.name}: ${file.message}`);
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') sum.passed++;
      else if (status === 'failed') sum.failures.push(`${fullName}: ${failureMessages[0]}`);
      else sum.skipped++;
    }
  }
  return sum;
}

function e2e() {
  const sum = none();
  if (!existsSync(join(results, 'e2e.json'))) return sum;
  const report = json('e2e.json');
  for (const error of report.errors) sum.failures.push(error.message ?? String(error.value));
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const { status, results: runs } of spec.tests) {
        if (status === 'expected') sum.passed++;
        else if (status === 'skipped') sum.skipped++;
        else if (status === 'flaky') {
          sum.passed++;
          sum.flaky.push(`${spec.file} › ${spec.title}: ${runs[0]?.error?.message ?? ''}`);
        } else sum.failures.push(`${spec.file} › ${spec.title}: ${runs.at(-1)?.error?.message ?? status}`);
      }
    }
    (suite.suites ?? []).forEach(visit);
  };
  report.suites.forEach(visit);
  return sum;
}

function exit(part) {
  const file = join(results, `${part}.exit`);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 1;
}

function attribute(text, name) {
  const value = text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '';
  return value.replace(
    /&(lt|gt|quot|apos|amp|#10);/g,
    (_, entity) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#10': '\n' })[entity],
  );
}

let passed = 0;
let failed = 0;
for (const [name, count] of Object.entries({ contract, frontend, build, backend, e2e })) {
  if (count === build && exit(name) === 0) continue;
  const sum = count();
  if (sum.failures.length === 0 && exit(name) !== 0) sum.failures.push('the part did not run to its end');
  if (sum.failures.length === 0 && sum.passed === 0) sum.failures.push('the part ran no test');
  if (sum.failures.length) {
    console.log(`\n${name}:`);
    for (const failure of sum.failures.slice(0, 50))
      console.log(`  ✗ ${failure.split('\n').slice(0, 12).join('\n    ').slice(0, 1500)}`);
    if (exit(name) !== 0) {
      const log = join(root, '.tools/logs', `test-${name}.log`);
      console.log(
        existsSync(log)
          ? `  end of its log:\n${readFileSync(log, 'utf8').split('\n').slice(-25).join('\n')}`
          : '',
      );
    }
  }
  for (const flaky of sum.flaky)
    console.log(
      `${name}: passed only when tried again, a fault to be mended: ${flaky.split('\n').slice(0, 12).join('\n    ').slice(0, 1500)}`,
    );
  console.log(
    `${name}: ${sum.passed} of ${sum.passed + sum.failures.length} tests${sum.skipped ? `, ${sum.skipped} left out` : ''}`,
  );
  passed += sum.passed;
  failed += sum.failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
