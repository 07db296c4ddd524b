import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deal, DealSummary } from '@/shared/api/gen';
import { updateDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { Button } from '@/shared/ui/Button';
import { dealFields } from './dealFields';
import { keepDeal } from './useBoard';
import { useDeal } from './useDeal';

type Asked = 'amount_cents' | 'company_id' | 'contact_id' | 'expected_close_on' | 'owner_id';
const askable: readonly Asked[] = [
  'amount_cents',
  'company_id',
  'contact_id',
  'expected_close_on',
  'owner_id',
];

export interface DealFieldsDialogProps {
  deal: DealSummary;
  /** The fields that are asked for, as the API calls them; `lines` has a place of its own. */
  fields: readonly string[];
  title: string;
  text?: string;
  submit: string;
  onDone: (saved: Deal) => void;
  /** Opens the deal, where its lines are. */
  onOpen?: () => void;
  onClose: () => void;
}

/** Some fields of a deal and no more: what a stage requires, another day to close. */
export default function DealFieldsDialog({
  deal: opened,
  fields,
  title,
  text,
  submit,
  onDone,
  onOpen,
  onClose,
}: DealFieldsDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { deal } = useDeal(opened);
  const opening = useRef(false);
  const asked = askable.filter((name) => fields.includes(name));
  const lines = fields.includes('lines');
  const { form, field, frame } = useSaveForm({
    fields: dealFields,
    label: (name: 'title') => t(`fields.deal.${name}`),
    kinds: ['deal'],
    create: () => Promise.reject(new Error('there is a deal')),
    edit: {
      record: deal as Deal,
      update: (request) => updateDeal({ ...request, query: names.deal, throwOnError: true }),
    },
    onDone: (saved) => {
      const opens = opening.current;
      opening.current = false;
      keepDeal(client, saved);
      if (opens) onOpen?.();
      else onDone(saved);
    },
  });
  const values = form.watch();
  const missing = asked.some((name) => !values[name]);
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={title}
      description={opened.title}
      text={text}
      submit={submit}
      onSubmit={(event) => {
        event?.preventDefault();
        opening.current = false;
        const [first] = asked.filter((name) => !values[name]);
        if (first) form.setError(first, { message: t('kit.required') }, { shouldFocus: true });
        else return frame.onSubmit(event);
      }}
      onClose={onClose}
    >
      {asked.map((name) =>
        field(name, {
          required: true,
          wide: true,
          create: name === 'company_id' || name === 'contact_id',
          within: name === 'contact_id' ? values.company_id?.id : undefined,
          currency: deal.currency,
        }),
      )}
      {lines && (
        <p className="flex flex-wrap items-center gap-2 text-ink-2 sm:col-span-2">
          {t('crm.required.lines')}
          {onOpen && (
            <Button
              size="sm"
              disabled={missing && asked.length > 0}
              onClick={() => {
                if (asked.length === 0) onOpen();
                else {
                  // What was filled in is kept before the deal is opened.
                  opening.current = true;
                  void frame.onSubmit();
                }
              }}
            >
              {t('crm.required.openLines')}
            </Button>
          )}
        </p>
      )}
    </FormDialog>
  );
}
