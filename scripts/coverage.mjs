// Lines covered per module, from JaCoCo's table. Classes made from the contract are nobody's to test.
import { readFileSync } from 'node:fs';

const [file = 'jacoco.csv'] = process.argv.slice(2);
const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
const column = Object.fromEntries(head.split(',').map((name, i) => [name, i]));
const modules = new Map();
for (const row of rows) {
  const cells = row.split(',');
  const parts = cells[column.PACKAGE].split('.');
  if (parts[2] === 'api') continue;
  const name = parts[2] === 'platform' ? `platform.${parts[3]}` : (parts[2] ?? 'main');
  const sum = modules.get(name) ?? { covered: 0, missed: 0 };
  sum.covered += Number(cells[column.LINE_COVERED]);
  sum.missed += Number(cells[column.LINE_MISSED]);
  modules.set(name, sum);
}
const percent = ({ covered, missed }) => ((100 * covered) / (covered + missed)).toFixed(1).padStart(6);
const all = { covered: 0, missed: 0 };
for (const [name, sum] of [...modules].sort()) {
  all.covered += sum.covered;
  all.missed += sum.missed;
  console.log(`${name.padEnd(24)} ${percent(sum)} %  of ${sum.covered + sum.missed} lines`);
}
console.log(`${'all'.padEnd(24)} ${percent(all)} %  of ${all.covered + all.missed} lines`);
if (Number(percent(all)) < 85) {
  console.error('less than 85 % of the lines are covered');
  process.exit(1);
}
