import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { NotFound } from '@/routes/-NotFound';
import { RouteError } from '@/routes/-RouteError';
import { toProblem } from '@/shared/api/problem';
import { routeTree } from './routeTree.gen';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused once it refuses again; only a failure of the way there is worth a second try.
      retry: (count, error) => {
        const { status } = toProblem(error);
        return count < 2 && (status === 0 || status >= 502);
      },
      throwOnError: false,
    },
    mutations: { retry: false },
  },
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
