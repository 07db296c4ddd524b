/**
 * A page whose code cannot be fetched is taken by the router for one that a new release has replaced, and the window is
 * loaded anew. Without a network that leads to the browser's own error page, and what was open is lost: the error is
 * given another name then, so that it is told on the page, which stays, with a button to try again.
 */
export function keepPageOffline(online: () => boolean = () => navigator.onLine): void {
  window.addEventListener('vite:preloadError', (event) => {
    const error = (event as Event & { payload?: unknown }).payload;
    if (!online() && error instanceof Error) error.message = `offline: ${error.message}`;
  });
}
