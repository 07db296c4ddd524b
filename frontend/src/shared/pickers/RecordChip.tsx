import { Suspense } from 'react';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { FilterChip } from '@/shared/ui/Chip';
import { PopoverChip } from '@/shared/ui/PopoverChip';
import { Skeleton } from '@/shared/ui/Skeleton';
import { useUserOptions } from './options';
import { type NamedKind, type PickedKind, useRecordName } from './recordName';

// A list is there before one looks for a record in it.
const RecordPicker = lazyPart(async () => (await import('./RecordPicker')).RecordPicker);

type ChipKind = PickedKind & (NamedKind | 'user');

export interface RecordChipProps<K extends ChipKind = ChipKind> {
  kind: K;
  label: string;
  /** What no filter is called where `Todos` is wrong beside the label. */
  allLabel?: string;
  /** The record's id in the address. */
  value?: string;
  onChange: (id: string | undefined) => void;
}

/** `Cliente: Todos`: narrows a list to what belongs to one record. */
export function RecordChip({ kind, ...props }: RecordChipProps) {
  return kind === 'user' ? <UserChip {...props} /> : <SearchChip kind={kind} {...props} />;
}

function UserChip({ value, onChange, ...props }: Omit<RecordChipProps<'user'>, 'kind'>) {
  return (
    <FilterChip
      {...props}
      value={value ?? ''}
      onChange={(id) => onChange(id || undefined)}
      options={useUserOptions()}
    />
  );
}

function SearchChip({ kind, label, allLabel, value, onChange }: RecordChipProps<PickedKind & NamedKind>) {
  const readable = useCan()(resourceOf(kind).read);
  const name = useRecordName(kind, value).name ?? '…';
  usePartsLater(RecordPicker);
  if (!readable && !value) return null;
  return (
    <PopoverChip
      label={label}
      allLabel={allLabel}
      value={value ? name : undefined}
      onClear={() => onChange(undefined)}
    >
      {(close) => (
        <Suspense fallback={<Skeleton className="h-8" />}>
          <RecordPicker
            kind={kind}
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
