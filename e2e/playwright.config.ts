import { defineConfig } from '@playwright/test';

// PULSO_E2E_URL and PULSO_E2E_CHROMIUM are settled by support/globalSetup.ts before the workers read this file again.
export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/globalSetup.ts',
  outputDir: 'test-results',
  // Each test founds a company of its own, so that they do not meet.
  workers: Number(process.env.PULSO_E2E_WORKERS ?? 2),
  // What passes only the second time is named at the end of `make test`, to be mended.
  retries: process.env.PULSO_E2E_REPORT ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PULSO_E2E_REPORT ?? 'test-results/report.json' }]],
  // The two longest begin: at the end one of them would run alone.
  projects: [
    { name: 'looks', testMatch: 'looks.spec.ts' },
    { name: 'works', testIgnore: 'looks.spec.ts' },
  ],
  use: {
    baseURL: process.env.PULSO_E2E_URL,
    // A click that finds nothing says so soon, not when the whole test has run out of time.
    actionTimeout: 15_000,
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1440, height: 900 },
    // Where what fails is tried again, of that second try: the trace of every first one is work that is thrown away.
    trace: process.env.PULSO_E2E_REPORT ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PULSO_E2E_CHROMIUM,
      args: ['--no-sandbox'],
    },
  },
});
