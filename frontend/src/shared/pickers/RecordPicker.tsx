import { useTranslation } from 'react-i18next';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { Combobox, type ComboboxItem } from '@/shared/ui/Combobox';
import { Select } from '@/shared/ui/Select';
import { useUserOptions } from './options';
import { pickable } from './pickable';
import { type PickedKind, useRecordName } from './recordName';

export interface RecordPickerProps {
  kind: PickedKind;
  value: ComboboxItem | null;
  onChange: (item: ComboboxItem | null) => void;
  /** What narrows the search: the company of a contact. */
  within?: string | null;
  /** Offers to make what was typed, to who may. */
  create?: boolean;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
  autoOpen?: boolean;
}

/** Chooses another record, in forms, facts and filters alike: `kind` says how it is found and whether it can be made here. */
export function RecordPicker({ kind, ...props }: RecordPickerProps) {
  return kind === 'user' ? <UserPicker {...props} /> : <SearchPicker kind={kind} {...props} />;
}

function SearchPicker({
  kind,
  within,
  create,
  ...props
}: RecordPickerProps & { kind: Exclude<PickedKind, 'user'> }) {
  const can = useCan();
  const { find, create: make } = pickable[kind];
  // A form that knows an id alone: what it names is asked for.
  const unnamed = props.value !== null && props.value.label === '' ? props.value.id : null;
  const { name = '…' } = useRecordName(kind, unnamed);
  return (
    <Combobox
      {...props}
      value={unnamed === null ? props.value : { id: unnamed, label: name }}
      searchKey={`${kind}:${within ?? ''}`}
      search={(q, signal) => find({ q: q || undefined, sort: 'name', limit: 20 }, signal, within)}
      onCreate={
        create && make && can(resourceOf(kind).write)
          ? async (typed) => {
              const { id, name } = await make(typed, within);
              return { id, label: name };
            }
          : undefined
      }
    />
  );
}

const nobody = 'nobody';

/** People are few: all of them are offered. The one who is chosen is there, too, for a role that may not list them. */
function UserPicker({ value, onChange, disabled, label }: Omit<RecordPickerProps, 'kind'>) {
  const { t } = useTranslation();
  const users = useUserOptions();
  const known = !value || users.some((user) => user.value === value.id);
  const options = [
    { value: nobody, label: t('kit.nobody') },
    ...(known ? [] : [{ value: value.id, label: value.label }]),
    ...users,
  ];
  return (
    <Select
      options={options}
      value={value?.id ?? nobody}
      onChange={(id) => {
        const user = users.find((one) => one.value === id);
        onChange(id === nobody ? null : user ? { id, label: user.label } : value);
      }}
      disabled={disabled}
      label={label}
    />
  );
}
