import { useTranslation } from 'react-i18next';
import { createLead } from '@/shared/api/gen/leads';
import { CustomInputs } from '@/shared/custom/CustomInputs';
import { SimilarRecords } from '@/shared/duplicates/SimilarRecords';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useProfile } from '@/shared/session/useSession';
import { toast } from '@/shared/ui/toast';
import { leadFields } from './leadFields';
import { useLeadSources } from './useLeadSources';

export interface LeadFormProps {
  onClose: () => void;
  onDone: (lead: { id: string }) => void;
}

export function LeadForm({ onClose, onDone }: LeadFormProps) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const sources = useLeadSources();
  const { form, field, frame } = useSaveForm({
    fields: leadFields,
    label: (name: 'name') => t(`fields.lead.${name}`),
    start: { owner_id: { id: user.id, label: user.name } },
    kinds: ['lead'],
    create: (body) => createLead({ body, throwOnError: true }),
    onDone: (lead) => {
      toast.done(t('crm.lead.created', { name: lead.name }));
      onDone(lead);
    },
  });
  return (
    <FormDialog {...frame} title={t('shell.new.lead')} submit={t('crm.lead.create')} onClose={onClose}>
      {field('name', { wide: true })}
      {field('email')}
      {field('phone')}
      {field('company_name')}
      {field('company_size')}
      {field('source', { options: optionsOf(sources.keys, sources.name), placeholder: '—' })}
      {field('owner_id')}
      {field('tags')}
      <CustomInputs form={form} kind="leads" />
      {field('notes')}
      <SimilarRecords kind="lead" form={form} />
    </FormDialog>
  );
}
