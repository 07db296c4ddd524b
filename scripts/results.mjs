// Adds up what the parts of `make test` left behind. Prints each failure, then one last line; exits 1 when anything failed.
// A part that ended badly without naming a failed test counts as one failure: it did not run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, results] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));
const none = () => ({ passed: 0, skipped: 0, failures: [] });

function contract() {
  return { ...none(), passed: exit('contract') === 0 ? 1 : 0 };
}

function backend() {
  const sum = none();
  const folder = join(root, 'backend/target/surefire-reports');
  for (const file of existsSync(folder)
    ? readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))
    : []) {
    const xml = readFileSync(join(folder, file), 'utf8');
    // A test case is either <testcase .../> or <testcase ...>...</testcase>.
    for (const [, attributes, , body = ''] of xml.matchAll(
      /<testcase\b((?:[^>"]|"[^"]*")*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
    )) {
      const name = `${attribute(attributes, 'classname')} ${attribute(attributes, 'name')}`;
      const problem = body.match(/<(failure|error)\b((?:[^>"]|"[^"]*")*)/);
      if (problem)
        sum.failures.push(`${name}: ${attribute(problem[2], 'message') || attribute(problem[2], 'type')}`);
      else if (/<skipped\b/.test(body)) sum.skipped++;
      else sum.passed++;
    }
  }
  return sum;
}

function frontend() {
  const sum = none();
  if (!existsSync(join(results, 'frontend.json'))) return sum;
  for (const file of json('frontend.json').testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0)
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
        else sum.failures.push(`${spec.file} › ${spec.title}: ${runs.at(-1)?.error?.message ?? status}`);
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
for (const [name, count] of Object.entries({ contract, frontend, backend, e2e })) {
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
  console.log(
    `${name}: ${sum.passed} of ${sum.passed + sum.failures.length} tests${sum.skipped ? `, ${sum.skipped} left out` : ''}`,
  );
  passed += sum.passed;
  failed += sum.failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
