import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { NotFound } from '@/routes/-NotFound';
import { RouteError } from '@/routes/-RouteError';
import { configureClient } from '@/shared/api/client';
import { staffSession } from '@/shared/session/session';
import { answersProfile, server, session } from '@/shared/testing/server';
import { routeTree } from '../routeTree.gen';

/** The app at an address, logged in with the given permissions (all of sales unless told). */
export async function renderAt(path: string, permissions?: string[]) {
  configureClient();
  server.use(answersProfile(permissions));
  await staffSession.open({
    ...session('token'),
    user: { ...session('token').user, id: crypto.randomUUID() },
  });
  return renderAnonymously(path);
}

export function renderAnonymously(path: string) {
  configureClient();
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  const router = createRouter({
    routeTree,
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: [path] }),
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  });
  const screen = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { ...screen, router };
}
