import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Company, CompanyPatch } from '@/shared/api/gen';
import { updateCompany } from '@/shared/api/gen/companies';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { listContactsOptions } from '@/shared/api/gen/contacts/query';
import { CustomFacts } from '@/shared/custom/CustomFacts';
import { useFacts } from '@/shared/records/RecordFacts';
import { RelatedDeals } from '@/shared/records/RelatedDeals';
import { RelatedList, RelatedRow } from '@/shared/records/RelatedList';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { useCan } from '@/shared/session/useSession';
import { RecordPanel } from '@/shared/ui/RecordPanel';

export function CompanyPanel({ companyId, onClose }: { companyId: string; onClose: () => void }) {
  const { query, save } = useRecordEditor<Company, CompanyPatch>(
    getCompanyOptions({ path: { id: companyId } }),
    (request) => updateCompany({ ...request, throwOnError: true }),
    'company',
  );
  return (
    <RecordPanel
      query={query}
      onClose={onClose}
      title={(company) => company.name}
      subtitle={(company) => company.industry ?? company.domain ?? ''}
    >
      {(company) => (
        <div className="flex flex-col gap-5">
          <CompanyFacts company={company} save={save} />
          <Contacts companyId={company.id} />
          <RelatedDeals companyId={company.id} />
          <RecordActivities kind="company" id={company.id} />
        </div>
      )}
    </RecordPanel>
  );
}

interface FactsProps {
  company: Company;
  save: (patch: CompanyPatch) => Promise<unknown>;
}

function CompanyFacts({ company, save }: FactsProps) {
  const { t } = useTranslation();
  const locked = !useCan()('crm.companies:write');
  const label = (field: 'name') => t(`fields.company.${field}`);
  const f = useFacts({ record: company, label, save, locked });
  return (
    <div className="flex flex-col gap-1">
      {f.required('name')}
      {f.taxId('tax_id')}
      {f.text('industry')}
      {f.text('size')}
      {f.text('domain')}
      {f.text('website')}
      {f.phone('phone')}
      <CustomFacts kind="companies" record={company} save={save} locked={locked} />
      {f.notes('notes')}
      {f.instant('created_at')}
    </div>
  );
}

function Contacts({ companyId }: { companyId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const query = useQuery({
    ...listContactsOptions({ query: { company_id: companyId, sort: 'name', limit: 50 } }),
    enabled: can('crm.contacts:read'),
  });
  if (!can('crm.contacts:read')) return null;
  return (
    <RelatedList title={t('crm.related.contacts')} empty={t('crm.related.noContacts')} query={query}>
      {(contact) => (
        <RelatedRow key={contact.id} kind="contact" id={contact.id}>
          <span className="flex-1 truncate font-medium">{contact.name}</span>
          <span className="truncate text-ink-2">{contact.position ?? contact.email}</span>
        </RelatedRow>
      )}
    </RelatedList>
  );
}
