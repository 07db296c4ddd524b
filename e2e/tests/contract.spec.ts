import { expect, test } from '@playwright/test';
import { fuzz } from '../../openapi/tools/fuzz/fuzz.mjs';

// `make fuzz` does the same for longer, with a seed of its own.
test('whatever it is asked, the product answers as its contract says', async ({ baseURL }) => {
  const { complaints, count, byStatus } = await fuzz({
    url: baseURL ?? '',
    seed: 20261130,
    seconds: 60,
    rounds: 10,
  });
  test.info().annotations.push({ type: 'requests', description: `${count}: ${JSON.stringify(byStatus)}` });
  expect(complaints).toEqual([]);
  expect(count).toBeGreaterThan(100);
  expect(byStatus['201']).toBeGreaterThan(5);
});
