import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactPatch } from '@/shared/api/gen';
import {
  getContactOptions,
  getContactQueryKey,
  updateContactMutation,
} from '@/shared/api/gen/contacts/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { toProblem } from '@/shared/api/problem';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { CompanyPicker } from '@/shared/pickers/pickers';
import { RelatedDeals } from '@/shared/records/RelatedDeals';
import { useCan } from '@/shared/session/useSession';
import { EditableChoice, EditableText, Fact } from '@/shared/ui/Editable';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { Select } from '@/shared/ui/Select';

export function ContactPanel({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const query = useQuery(getContactOptions({ path: { id: contactId } }));
  return (
    <RecordPanel
      query={query}
      onClose={onClose}
      title={(contact) => contact.name}
      subtitle={(contact) => [contact.position, contact.company_name].filter(Boolean).join(' · ')}
    >
      {(contact) => (
        <div className="flex flex-col gap-5">
          <ContactFacts contact={contact} />
          <RelatedDeals contactId={contact.id} />
        </div>
      )}
    </RecordPanel>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const locked = !useCan()('crm.contacts:write');
  const update = useMutation(updateContactMutation());
  const save = async (patch: ContactPatch) => {
    try {
      const saved = await update.mutateAsync({
        path: { id: contact.id },
        body: { ...patch, version: contact.version },
      });
      client.setQueryData(getContactQueryKey({ path: { id: contact.id } }), saved);
      void invalidateOperations(client, 'listContacts');
    } catch (error) {
      if ([409, 412].includes(toProblem(error).status)) void invalidateOperations(client, 'getContact');
      throw error;
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <EditableText
        label={t('crm.contact.name')}
        value={contact.name}
        required
        disabled={locked}
        onSave={(name) => save({ name })}
      />
      <EditableText
        label={t('crm.contact.email')}
        value={contact.email ?? ''}
        disabled={locked}
        onSave={(email) => save({ email: email || null })}
      />
      <EditableText
        label={t('crm.contact.phone')}
        value={contact.phone ?? ''}
        format={formatPhone}
        disabled={locked}
        onSave={(phone) => save({ phone: phone || null })}
      />
      <EditableText
        label={t('crm.contact.position')}
        value={contact.position ?? ''}
        disabled={locked}
        onSave={(position) => save({ position: position || null })}
      />
      <EditableChoice
        label={t('crm.contact.company')}
        value={contact.company_id ? { id: contact.company_id, label: contact.company_name ?? '' } : null}
        onSave={(company) => save({ company_id: company?.id ?? null })}
      >
        {(value, choose, saving) => (
          <CompanyPicker create value={value} onChange={choose} disabled={locked || saving} placeholder="—" />
        )}
      </EditableChoice>
      <EditableChoice
        label={t('crm.contact.role')}
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
      <EditableText
        label={t('crm.lead.notes')}
        value={contact.notes ?? ''}
        multiline
        disabled={locked}
        onSave={(notes) => save({ notes: notes || null })}
      />
      <Fact label={t('crm.contact.createdAt')}>
        <span className="tabular">{format.dateTime(contact.created_at)}</span>
      </Fact>
    </div>
  );
}
