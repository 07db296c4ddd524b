import { type LinkProps, useRouter } from '@tanstack/react-router';

/** Where something is opened: an address in the words of the router. */
export interface Place {
  to: LinkProps['to'];
  params?: Record<string, string>;
  search?: object | ((before: never) => object);
}

/** The address of a place, for links that the router does not draw. */
export function useHref(): (place: Place) => string {
  const router = useRouter();
  return (place) => router.history.createHref(router.buildLocation(place as never).href);
}
