import { settleBrowser } from './browser';
import { startMailServer } from './mailbox';
import { startServer } from './server';

/** A browser that starts here, and a product to look at: the one at PULSO_E2E_URL, else one of our own on empty data. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  process.env.PULSO_E2E_CHROMIUM ??= await settleBrowser();
  if (process.env.PULSO_E2E_URL) return undefined;
  const mail = await startMailServer();
  const server = await startServer(mail.port);
  process.env.PULSO_E2E_URL = server.url;
  process.env.PULSO_E2E_MAIL = mail.folder;
  return async () => {
    await server.stop();
    await mail.stop();
  };
}
