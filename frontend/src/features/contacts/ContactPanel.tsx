import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Contact, ContactPatch } from '@/shared/api/gen';
import { updateContact } from '@/shared/api/gen/contacts';
import { getContactOptions } from '@/shared/api/gen/contacts/query';
import { named, names } from '@/shared/api/names';
import { CustomFacts } from '@/shared/custom/CustomFacts';
import { useFacts } from '@/shared/records/RecordFacts';
import { RelatedDeals } from '@/shared/records/RelatedDeals';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { useCan } from '@/shared/session/useSession';
import { RecordPanel } from '@/shared/ui/RecordPanel';

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
          <RecordActivities kind="contact" id={contact.id} also={{ company_id: contact.company_id }} />
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
      {f.record('company_id', 'company', contact.company)}
      {f.choice(
        'is_primary',
        [
          { value: 'primary', label: t('crm.contact.primary') },
          { value: 'other', label: t('crm.contact.other') },
        ],
        { value: contact.is_primary ? 'primary' : 'other', write: (chosen) => chosen === 'primary' },
      )}
      <CustomFacts kind="contacts" record={contact} save={save} locked={locked} />
      {f.notes('notes')}
      {f.instant('created_at')}
    </div>
  );
}
