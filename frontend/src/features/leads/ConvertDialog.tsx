import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConvertedLead, Lead, LeadConversion } from '@/shared/api/gen';
import { convertLead } from '@/shared/api/gen/leads';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { writeTo } from '@/shared/api/version';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, id, money, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';

const conversion = fieldsOf<LeadConversion>()({
  title: requiredText(200),
  amount_cents: money,
  pipeline_id: id,
});

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
  const { field, frame } = useSaveForm({
    fields: conversion,
    label: (name: 'title') => t(`fields.deal.${name}`),
    start: { title: lead.company_name ?? lead.name },
    // The deal is on no board yet: those that are shown are read again.
    kinds: ['lead', 'deal', 'pipeline', 'company', 'contact'],
    create: (body) => convertLead({ ...writeTo(lead, body), throwOnError: true }),
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
