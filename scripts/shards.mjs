// Divides the tests of the backend between processes: `node scripts/shards.mjs FOLDER COUNT` writes FOLDER/<n>.txt, what surefire
// is to run in each. Tests without Quarkus go to the first; classes are weighed by the times of the last run, when there was one,
// else by their size. Tests of the packaged product are left to their own step.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const backend = resolve(dirname(fileURLToPath(import.meta.url)), '../backend');
const [folder, count] = process.argv.slice(2);
const sources = join(backend, 'src/test/java');

const classes = readdirSync(sources, { recursive: true })
  .filter((file) => file.endsWith('Test.java') && !file.endsWith('PackagedTest.java'))
  .map((file) => {
    const text = readFileSync(join(sources, file), 'utf8');
    return {
      file: relative(sources, join(sources, file)),
      quarkus: /@QuarkusTest\b/.test(text),
      weight: weight(file, text),
    };
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
function weight(file, text) {
  const report = join(
    backend,
    'target/surefire-times',
    `TEST-${file.replaceAll('/', '.').replace(/\.java$/, '')}.xml`,
  );
  const time =
    existsSync(report) && readFileSync(report, 'utf8').match(/<testsuite [^>]*\btime="([\d.,]+)"/)?.[1];
  return time ? Number(time.replaceAll(',', '')) : text.split('\n').length / 30;
}
