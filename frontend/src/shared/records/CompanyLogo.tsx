import { useState } from 'react';
import { useCompanyLogo } from '@/shared/session/useCompanyLogo';
import { useProfile } from '@/shared/session/useSession';

/** The company's logo on a light ground of its own, since most are drawn for paper; nothing while there is none. */
export function CompanyLogo({
  className,
  onWide,
}: {
  /** Height and greatest width. */
  className: string;
  /** Told once it is known whether the picture is wide, and so probably says the name itself. */
  onWide?: (wide: boolean) => void;
}) {
  const { tenant } = useProfile();
  const address = useCompanyLogo();
  const [broken, setBroken] = useState<string | null>(null);
  if (!address || broken === address) return null;
  return (
    <img
      src={address}
      alt={tenant.name}
      className={`shrink-0 rounded-sm bg-white object-contain ${className}`}
      onLoad={({ currentTarget }) => onWide?.(currentTarget.naturalWidth > 1.8 * currentTarget.naturalHeight)}
      onError={() => setBroken(address)}
    />
  );
}
