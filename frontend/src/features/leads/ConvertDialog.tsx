import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConvertedLead, Lead, LeadConversion, SimilarQuery, SimilarRecord } from '@/shared/api/gen';
import { findSimilar } from '@/shared/api/gen/duplicates';
import { convertLead } from '@/shared/api/gen/leads';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { writeTo } from '@/shared/api/version';
import { useReasons } from '@/shared/duplicates/useReasons';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, id, money, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useCan } from '@/shared/session/useSession';

const conversion = fieldsOf<LeadConversion>()({
  title: requiredText(200),
  amount_cents: money,
  pipeline_id: id,
  company_id: id,
  contact_id: id,
});

/** Chosen instead of a record that is there. */
const another = 'new';

/** What may be there already of what the conversion would make. */
function useKnown(question: SimilarQuery | null) {
  const { data } = useQuery({
    queryKey: ['combobox', 'similar', JSON.stringify(question)],
    queryFn: async ({ signal }) =>
      (await findSimilar({ body: question as SimilarQuery, signal, throwOnError: true })).data.data,
    enabled: question !== null,
    staleTime: 10_000,
  });
  return data?.filter(({ kind }) => kind === question?.kind) ?? [];
}

/** A lead becomes a deal, with its company and its contact, all at once. */
export function ConvertDialog({
  lead,
  onClose,
  onConverted,
}: {
  lead: Lead;
  onClose: () => void;
  onConverted: (converted: ConvertedLead) => void;
}) {
  const { t } = useTranslation();
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 }).data?.data ?? [];
  const can = useCan();
  const contacts = useKnown(
    can('crm.contacts:read')
      ? { kind: 'contact', name: lead.name, email: lead.email, phone: lead.phone }
      : null,
  );
  const companies = useKnown(
    can('crm.companies:read') && lead.company_name ? { kind: 'company', name: lead.company_name } : null,
  );
  const reasons = useReasons();
  const choices = (known: readonly SimilarRecord[], label: string) => [
    ...known.map((one) => ({ value: one.id, label: `${one.name} (${reasons(one.reasons)})` })),
    { value: another, label },
  ];
  const { field, frame } = useSaveForm({
    fields: conversion,
    label: (name: 'title') => t(`fields.deal.${name}`),
    start: { title: lead.company_name ?? lead.name },
    // The deal is on no board yet: those that are shown are read again.
    kinds: ['lead', 'deal', 'pipeline', 'company', 'contact'],
    create: ({ company_id, contact_id, ...body }) =>
      convertLead({
        ...writeTo(lead, {
          ...body,
          ...(company_id === another ? { create_company: true } : { company_id }),
          ...(contact_id === another ? { create_contact: true } : { contact_id }),
        }),
        throwOnError: true,
      }),
    onDone: onConverted,
  });
  const standard = pipelines.find((pipeline) => pipeline.is_default) ?? pipelines[0];
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('crm.convert.title')}
      description={t('crm.convert.text')}
      submit={t('crm.convert.confirm')}
      onClose={onClose}
    >
      {field('title', { wide: true })}
      {field('amount_cents', { wide: true })}
      {companies.length > 0 &&
        field('company_id', {
          wide: true,
          options: choices(companies, t('crm.convert.newCompany')),
          standard: companies[0]?.reasons.some((reason) => reason === 'name' || reason === 'common_name')
            ? companies[0].id
            : another,
        })}
      {contacts.length > 0 &&
        field('contact_id', {
          wide: true,
          options: choices(contacts, t('crm.convert.newContact')),
          standard: contacts.find(({ reasons: why }) => why.includes('email'))?.id ?? another,
        })}
      {pipelines.length > 1 &&
        field('pipeline_id', {
          wide: true,
          label: t('crm.board.pipeline'),
          options: pipelines.map((pipeline) => ({ value: pipeline.id, label: pipeline.name })),
          standard: standard?.id,
        })}
    </FormDialog>
  );
}
