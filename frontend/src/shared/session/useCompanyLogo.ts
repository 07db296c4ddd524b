import { useQuery } from '@tanstack/react-query';
import { getLogo } from '@/shared/api/gen/logo';
import { useProfile } from './useSession';

/**
 * The logo of the company as an address for an image, or null: none, or not there yet. It is fetched, since a plain image
 * has no access token, and once, since its hash says what it is.
 */
export function useCompanyLogo(): string | null {
  const { tenant } = useProfile();
  const hash = tenant.logo_hash;
  const { data } = useQuery({
    queryKey: ['company-logo', tenant.id, hash],
    enabled: Boolean(hash),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { data: picture } = await getLogo({
        path: { hash: hash ?? '' },
        parseAs: 'blob',
        signal,
        throwOnError: true,
      });
      return dataAddress(picture as Blob);
    },
  });
  return hash ? (data ?? null) : null;
}

/** Nothing that must be given back, unlike an object URL; 256 KiB at most. */
function dataAddress(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}
