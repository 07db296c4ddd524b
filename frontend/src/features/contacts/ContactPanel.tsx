import { useTranslation } from 'react-i18next';
import type { Contact, ContactPatch } from '@/shared/api/gen';
import { updateContact } from '@/shared/api/gen/contacts';
import { getContactOptions } from '@/shared/api/gen/contacts/query';
import { named, names } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import { CompanyPicker } from '@/shared/pickers/pickers';
import { useFacts } from '@/shared/records/RecordFacts';
import { RelatedDeals } from '@/shared/records/RelatedDeals';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { useCan } from '@/shared/session/useSession';
import { EditableChoice, Fact } from '@/shared/ui/Editable';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { Select } from '@/shared/ui/Select';

export function ContactPanel({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const { query, save } = useRecordEditor<Contact, ContactPatch>(
    getContactOptions(named('contact', contactId)),
    (request) => updateContact({ ...request, query: names.contact, throwOnError: true }),
    'contact',
  );
  return (
    <RecordPanel
      query={query}
      onClose={onClose}
      title={(contact) => contact.name}
      subtitle={(contact) => [contact.position, contact.company?.name].filter(Boolean).join(' · ')}
    >
      {(contact) => (
        <div className="flex flex-col gap-5">
          <ContactFacts contact={contact} save={save} />
          <RelatedDeals contactId={contact.id} />
        </div>
      )}
    </RecordPanel>
  );
}

interface FactsProps {
  contact: Contact;
  save: (patch: ContactPatch) => Promise<unknown>;
}

function ContactFacts({ contact, save }: FactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const locked = !useCan()('crm.contacts:write');
  const f = useFacts({
    record: contact,
    label: (field: 'name') => t(`fields.contact.${field}`),
    save,
    locked,
  });
  return (
    <div className="flex flex-col gap-1">
      {f.required('name')}
      {f.text('email')}
      {f.phone('phone')}
      {f.text('position')}
      <EditableChoice
        label={t('fields.contact.company_id')}
        value={contact.company_id ? { id: contact.company_id, label: contact.company?.name ?? '' } : null}
        onSave={(company) => save({ company_id: company?.id ?? null })}
      >
        {(value, choose, saving) => (
          <CompanyPicker create value={value} onChange={choose} disabled={locked || saving} placeholder="—" />
        )}
      </EditableChoice>
      <EditableChoice
        label={t('fields.contact.is_primary')}
        value={contact.is_primary}
        onSave={(is_primary) => save({ is_primary })}
      >
        {(value, choose, saving) => (
          <Select
            options={[
              { value: 'primary', label: t('crm.contact.primary') },
              { value: 'other', label: t('crm.contact.other') },
            ]}
            value={value ? 'primary' : 'other'}
            onChange={(next) => choose(next === 'primary')}
            disabled={locked || saving}
          />
        )}
      </EditableChoice>
      {f.notes('notes')}
      <Fact label={t('fields.contact.created_at')}>
        <span className="tabular">{format.dateTime(contact.created_at)}</span>
      </Fact>
    </div>
  );
}
