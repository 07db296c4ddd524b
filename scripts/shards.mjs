// Divides the tests of the backend between processes: `node scripts/shards.mjs FOLDER COUNT` writes FOLDER/<n>.txt, what surefire
// is to run in each. Tests without Quarkus go to the first; classes are weighed by the times of the last run, when there was one,
// else by their size. Tests of the packaged product are left to their own step.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const backend = resolve(dirname(fileURLToPath(import.meta.url)), '../backend');
const [folder, count] = process.argv.slice(2);
const sources = join(backend, 'src/test/java');

/** Seconds of those that take long, for a copy that has not run them yet: their size tells nothing of it. */
const FIRST_TIME = {
  EveryPostTest: 37,
  EveryOperationTest: 33,
  InvoiceRunTest: 26,
  DuplicatesTest: 20,
  EveryRightTest: 18,
  PasswordHasherTest: 16,
  AuditChainTest: 13,
  FairnessTest: 13,
  InvoiceTest: 13,
  MigrationsTest: 12,
  FormerSchemaTest: 12,
  MoneyInvariantsTest: 11,
  ExternalKeysTest: 10,
  InvitationTest: 10,
  WebEdgeTest: 9,
  EmbeddedDatabaseTest: 9,
  ApiKeysTest: 9,
  LimitsTest: 8,
  RemovalsTest: 8,
  DealMovesTest: 8,
  FailedRowsTest: 8,
  LiveTest: 7,
  InterleavedTest: 7,
  BoardTest: 6,
  GuessingTest: 6,
  JobTest: 6,
  DemoTenantTest: 6,
  TextEdgesTest: 6,
  DealMovesAtOnceTest: 6,
  PaymentTest: 6,
  ContractImportTest: 6,
};

const classes = readdirSync(sources, { recursive: true })
  .filter((file) => file.endsWith('Test.java') && !file.endsWith('PackagedTest.java'))
  .map((file) => {
    const text = readFileSync(join(sources, file), 'utf8');
    const quarkus = /@QuarkusTest\b/.test(text);
    return { file: relative(sources, join(sources, file)), quarkus, weight: weight(file, text, quarkus) };
  });

const shards = Array.from({ length: Number(count) }, () => ({ weight: 0, files: [] }));
const put = (shard, { file, weight: added }) => {
  shard.files.push(file);
  shard.weight += added;
};
for (const each of classes.filter(({ quarkus }) => !quarkus)) put(shards[0], each);
// The heaviest first, each to whom has least.
for (const each of classes
  .filter(({ quarkus }) => quarkus)
  .sort((a, b) => b.weight - a.weight || (a.file < b.file ? -1 : 1))) {
  put(
    shards.reduce((least, shard) => (shard.weight < least.weight ? shard : least)),
    each,
  );
}
mkdirSync(folder, { recursive: true });
shards.forEach(({ files }, index) => {
  writeFileSync(join(folder, `${index + 1}.txt`), `${files.join('\n')}\n`);
});

/** Seconds. */
function weight(file, text, quarkus) {
  const report = join(
    backend,
    'target/surefire-times',
    `TEST-${file.replaceAll('/', '.').replace(/\.java$/, '')}.xml`,
  );
  const time =
    existsSync(report) && readFileSync(report, 'utf8').match(/<testsuite [^>]*\btime="([\d.,]+)"/)?.[1];
  if (time) return Number(time.replaceAll(',', ''));
  return FIRST_TIME[basename(file, '.java')] ?? text.split('\n').length / (quarkus ? 60 : 600);
}
