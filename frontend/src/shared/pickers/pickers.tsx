import { useTranslation } from 'react-i18next';
import { createCompany, listCompanies } from '@/shared/api/gen/companies';
import { createContact, listContacts } from '@/shared/api/gen/contacts';
import { listCustomers } from '@/shared/api/gen/customers';
import { names } from '@/shared/api/names';
import { formatTaxId } from '@/shared/format/taxId';
import { useCan } from '@/shared/session/useSession';
import { Combobox, type ComboboxItem } from '@/shared/ui/Combobox';
import { Select } from '@/shared/ui/Select';
import { useUserOptions } from './options';

/** Fields that choose a record; used by every screen, so that people, companies and contacts are found alike. */
interface PickerProps {
  value: ComboboxItem | null;
  onChange: (item: ComboboxItem | null) => void;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
  autoOpen?: boolean;
}

export function CompanyPicker({ create, ...props }: PickerProps & { create?: boolean }) {
  const can = useCan();
  return (
    <Combobox
      {...props}
      searchKey="companies"
      search={async (q, signal) => {
        const { data } = await listCompanies({
          query: { q: q || undefined, sort: 'name', limit: 20 },
          signal,
          throwOnError: true,
        });
        return data.data.map((company) => ({
          id: company.id,
          label: company.name,
          detail: company.domain ?? undefined,
        }));
      }}
      onCreate={
        create && can('crm.companies:write')
          ? async (name) => {
              const { data } = await createCompany({ body: { name }, throwOnError: true });
              return { id: data.id, label: data.name };
            }
          : undefined
      }
    />
  );
}

/** Contacts, of one company when it is known. */
export function ContactPicker({
  companyId,
  create,
  ...props
}: PickerProps & { companyId?: string | null; create?: boolean }) {
  const can = useCan();
  return (
    <Combobox
      {...props}
      searchKey={`contacts:${companyId ?? ''}`}
      search={async (q, signal) => {
        const { data } = await listContacts({
          query: {
            q: q || undefined,
            company_id: companyId ?? undefined,
            sort: 'name',
            limit: 20,
            ...names.contact,
          },
          signal,
          throwOnError: true,
        });
        return data.data.map((contact) => ({
          id: contact.id,
          label: contact.name,
          detail: contact.email ?? contact.company?.name ?? undefined,
        }));
      }}
      onCreate={
        create && can('crm.contacts:write')
          ? async (name) => {
              const { data } = await createContact({
                body: { name, company_id: companyId ?? null },
                throwOnError: true,
              });
              return { id: data.id, label: data.name };
            }
          : undefined
      }
    />
  );
}

export function CustomerPicker(props: PickerProps) {
  return (
    <Combobox
      {...props}
      searchKey="customers"
      search={async (q, signal) => {
        const { data } = await listCustomers({
          query: { q: q || undefined, sort: 'name', limit: 20 },
          signal,
          throwOnError: true,
        });
        return data.data.map((customer) => ({
          id: customer.id,
          label: customer.name,
          detail: customer.tax_id ? formatTaxId(customer.tax_id) : (customer.email ?? undefined),
        }));
      }}
    />
  );
}

const nobody = 'nobody';

export function OwnerSelect({
  value,
  onChange,
  name,
  disabled,
  label,
}: {
  value: string | null;
  onChange: (userId: string | null) => void;
  /** Shown while the list is not there, or when the role may not read it. */
  name?: string | null;
  disabled?: boolean;
  label?: string;
}) {
  const { t } = useTranslation();
  const users = useUserOptions();
  const known = !value || users.some((user) => user.value === value);
  const options = [
    { value: nobody, label: t('kit.nobody') },
    ...(known || !value ? [] : [{ value, label: name ?? '' }]),
    ...users,
  ];
  return (
    <Select
      options={options}
      value={value ?? nobody}
      onChange={(next) => onChange(next === nobody ? null : next)}
      disabled={disabled}
      label={label}
    />
  );
}
