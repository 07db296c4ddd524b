import '@/shared/theme/styles.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClient } from '@/shared/api/client';
import { startTranslation } from '@/shared/i18n';
import { profileOf } from '@/shared/session/createSession';
import { applyPreferences } from '@/shared/session/preferences';
import { staffSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toast';
import { Forbidden } from '../routes/-guard';
import { queryClient, router } from './router';

configureClient();
// Both need the network: they start together. A server that is away is met again, and told, by the guard of the route.
void staffSession.start().catch(() => undefined);

// The company's colour, and each person's own language and theme, on whichever device they log in; once, not with every renewal of the token.
let applied: string | undefined;
const accent = () => profileOf(staffSession.current())?.tenant.accent_color ?? null;
// What computes it travels for companies that have a colour of their own, and stays for whoever logs in after them.
let accented = false;
const paint = () => {
  if (!accent() && !accented) return;
  accented = true;
  void import('@/shared/theme/accent').then(({ applyAccent }) => applyAccent(accent()));
};
const preferred = () => {
  const profile = profileOf(staffSession.current());
  if (profile && applied !== profile.user.id) applyPreferences(profile);
  applied = profile?.user.id;
  paint();
};

// What one person has loaded must not be seen by the next one on the same screen.
staffSession.subscribe(() => {
  if (staffSession.current().status !== 'anonymous') return;
  queryClient.clear();
  toast.clear();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The frame in index.html stays until there is a page to show. Not awaited here: the pages import from this very chunk,
// so they would wait for it while it waits for them.
void Promise.all([startTranslation(), router.load()]).then(() => {
  staffSession.subscribe(preferred);
  preferred();
  const app = createRoot(root, {
    // A page that a role may not open is told on the page itself; it is no fault that anybody has to look into.
    onCaughtError: (error) => {
      // biome-ignore lint/suspicious/noConsole: as React does without this
      if (!(error instanceof Forbidden)) console.error(error);
    },
  });
  // In slices: a slow phone stays able to scroll and to answer while the page is drawn.
  startTransition(() =>
    app.render(
      <StrictMode>
        <CSPProvider disableStyleElements>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </CSPProvider>
      </StrictMode>,
    ),
  );
});
