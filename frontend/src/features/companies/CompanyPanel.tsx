import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Company, CompanyPatch } from '@/shared/api/gen';
import {
  getCompanyOptions,
  getCompanyQueryKey,
  updateCompanyMutation,
} from '@/shared/api/gen/companies/query';
import { listContactsOptions } from '@/shared/api/gen/contacts/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { toProblem } from '@/shared/api/problem';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { RelatedDeals } from '@/shared/records/RelatedDeals';
import { RelatedList } from '@/shared/records/RelatedList';
import { useCan } from '@/shared/session/useSession';
import { EditableText, Fact } from '@/shared/ui/Editable';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { Skeleton } from '@/shared/ui/Skeleton';

export function CompanyPanel({ companyId, onClose }: { companyId: string; onClose: () => void }) {
  const query = useQuery(getCompanyOptions({ path: { id: companyId } }));
  return (
    <RecordPanel
      query={query}
      onClose={onClose}
      title={(company) => company.name}
      subtitle={(company) => company.industry ?? company.domain ?? ''}
    >
      {(company) => (
        <div className="flex flex-col gap-5">
          <CompanyFacts company={company} />
          <Contacts companyId={company.id} />
          <RelatedDeals companyId={company.id} />
        </div>
      )}
    </RecordPanel>
  );
}

function CompanyFacts({ company }: { company: Company }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const locked = !useCan()('crm.companies:write');
  const update = useMutation(updateCompanyMutation());
  const save = async (patch: CompanyPatch) => {
    try {
      const saved = await update.mutateAsync({
        path: { id: company.id },
        body: { ...patch, version: company.version },
      });
      client.setQueryData(getCompanyQueryKey({ path: { id: company.id } }), saved);
      void invalidateOperations(client, 'listCompanies');
    } catch (error) {
      if ([409, 412].includes(toProblem(error).status)) void invalidateOperations(client, 'getCompany');
      throw error;
    }
  };
  const text = (field: 'domain' | 'industry' | 'size' | 'website') => (
    <EditableText
      label={t(`crm.company.${field}`)}
      value={company[field] ?? ''}
      disabled={locked}
      onSave={(value) => save({ [field]: value || null })}
    />
  );
  return (
    <div className="flex flex-col gap-1">
      <EditableText
        label={t('crm.company.name')}
        value={company.name}
        required
        disabled={locked}
        onSave={(name) => save({ name })}
      />
      <EditableText
        label={t('crm.company.taxId')}
        value={company.tax_id ?? ''}
        format={formatTaxId}
        check={(value) => (value === '' || isTaxId(value) ? undefined : t('crm.win.badTaxId'))}
        disabled={locked}
        onSave={(value) => save({ tax_id: cleanTaxId(value) || null })}
      />
      {text('industry')}
      {text('size')}
      {text('domain')}
      {text('website')}
      <EditableText
        label={t('crm.company.phone')}
        value={company.phone ?? ''}
        format={formatPhone}
        disabled={locked}
        onSave={(phone) => save({ phone: phone || null })}
      />
      <EditableText
        label={t('crm.lead.notes')}
        value={company.notes ?? ''}
        multiline
        disabled={locked}
        onSave={(notes) => save({ notes: notes || null })}
      />
      <Fact label={t('crm.company.createdAt')}>
        <span className="tabular">{format.dateTime(company.created_at)}</span>
      </Fact>
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
    <RelatedList title={t('crm.related.contacts')} empty={t('crm.related.noContacts')} error={query.error}>
      {query.isPending ? (
        <Skeleton className="my-2 h-4 w-full" />
      ) : (
        query.data?.data.map((contact) => (
          <li key={contact.id}>
            <Link
              to="/contacts"
              search={{ id: contact.id }}
              className="-mx-2 flex min-h-9 items-center justify-between gap-2 rounded-sm px-2 hover:bg-hover"
            >
              <span className="truncate font-medium">{contact.name}</span>
              <span className="truncate text-ink-2">{contact.position ?? contact.email}</span>
            </Link>
          </li>
        ))
      )}
    </RelatedList>
  );
}
