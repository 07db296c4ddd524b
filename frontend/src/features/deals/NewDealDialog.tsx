import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Deal, Pipeline } from '@/shared/api/gen';
import { createDeal } from '@/shared/api/gen/deals';
import { CustomInputs } from '@/shared/custom/CustomInputs';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { toast } from '@/shared/ui/toast';
import { addCard } from './boardState';
import { dealFields } from './dealFields';

export interface NewDealDialogProps {
  pipeline: Pipeline;
  /** Where it begins, where that is not the first stage. */
  stageId?: string;
  /** What was typed already. */
  title?: string;
  onClose: () => void;
  onCreated: (deal: Deal) => void;
}

export default function NewDealDialog({ pipeline, stageId, title, onClose, onCreated }: NewDealDialogProps) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const client = useQueryClient();
  const another = useRef(false);
  const stages = pipeline.stages.filter((stage) => stage.type === 'open');
  const { form, field, frame } = useSaveForm({
    fields: dealFields,
    label: (name: 'title') => t(`fields.deal.${name}`),
    start: {
      title: title ?? '',
      stage_id: stageId ?? stages[0]?.id ?? '',
      owner_id: { id: user.id, label: user.name },
    },
    kinds: ['deal'],
    create: (body) => createDeal({ body: { ...body, pipeline_id: pipeline.id }, throwOnError: true }),
    onDone: (deal, { stage_id, owner_id }) => {
      client.setQueriesData<Board>(
        { queryKey: ['board', pipeline.id] },
        (board) => board && addCard(board, deal),
      );
      const made = t('crm.deal.created', { title: deal.title });
      if (!another.current) {
        toast.done(made);
        onCreated(deal);
        return;
      }
      toast.done(made, { actions: [{ label: t('kit.open'), run: () => onCreated(deal) }] });
      // Stage and owner are most often those of the one before.
      form.reset({ ...dealFields.empty, stage_id, owner_id });
      form.setFocus('title');
    },
  });
  return (
    <FormDialog
      {...frame}
      title={t('shell.new.deal')}
      submit={t('crm.deal.create')}
      onSubmit={(event) => {
        another.current = false;
        return frame.onSubmit(event);
      }}
      aside={
        // No submit button: Enter in a field presses the first of those.
        <Button
          disabled={form.formState.isSubmitting}
          onClick={() => {
            another.current = true;
            void frame.onSubmit();
          }}
        >
          {t('crm.deal.createAnother')}
        </Button>
      }
      onClose={onClose}
    >
      {field('title', { wide: true })}
      {field('company_id', { create: true })}
      {field('contact_id', { create: true, within: form.watch('company_id')?.id })}
      {field('amount_cents')}
      {field('expected_close_on')}
      {field('stage_id', {
        required: false,
        options: stages.map((stage) => ({ value: stage.id, label: stage.name })),
      })}
      {field('owner_id')}
      <CustomInputs form={form} kind="deals" pipeline={pipeline.id} />
    </FormDialog>
  );
}
