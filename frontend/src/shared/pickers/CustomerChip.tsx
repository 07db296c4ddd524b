import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { useLater } from '@/shared/lib/useLater';
import { useCan } from '@/shared/session/useSession';
import { PopoverChip } from '@/shared/ui/PopoverChip';
import { Skeleton } from '@/shared/ui/Skeleton';

// A list is there before one looks for a customer in it.
const loadPicker = async () => ({ default: (await import('./pickers')).CustomerPicker });
const CustomerPicker = lazy(loadPicker);

export interface CustomerChipProps {
  label: string;
  /** The customer's id in the address. */
  value?: string;
  onChange: (customerId: string | undefined) => void;
}

/** `Cliente: Todos`: narrows a list to one customer, found by typing. */
export function CustomerChip({ label, value, onChange }: CustomerChipProps) {
  const can = useCan();
  const readable = can('customers.customers:read');
  const customer = useQuery({
    ...getCustomerOptions({ path: { id: value ?? '' } }),
    enabled: Boolean(value) && readable,
    staleTime: 60_000,
  });
  useLater(loadPicker);
  if (!readable && !value) return null;
  const name = customer.data?.name ?? '…';
  return (
    <PopoverChip label={label} value={value ? name : undefined} onClear={() => onChange(undefined)}>
      {(close) => (
        <Suspense fallback={<Skeleton className="h-8" />}>
          <CustomerPicker
            label={label}
            autoOpen
            value={value ? { id: value, label: name } : null}
            onChange={(item) => {
              onChange(item?.id);
              close();
            }}
          />
        </Suspense>
      )}
    </PopoverChip>
  );
}
