// make fuzz: node main.mjs URL [SEED] [SECONDS]. Exits 1 when an answer is not as the contract says.
import { fuzz } from './fuzz.mjs';

const [url = 'http://127.0.0.1:8080', seed = '1', seconds = '60'] = process.argv.slice(2);
const { complaints, count, byStatus } = await fuzz({ url, seed: Number(seed), seconds: Number(seconds) });
for (const each of complaints) {
  console.log(
    `✗ ${each.operation} (${each.way}, as ${each.role}, ${each.times} times): ${each.what}\n    ${each.given}\n    ${each.body}\n`,
  );
}
console.log(
  `${count} requests, seed ${seed}: ${Object.entries(byStatus)
    .map(([status, times]) => `${times} x ${status}`)
    .join(', ')}`,
);
console.log(`${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
