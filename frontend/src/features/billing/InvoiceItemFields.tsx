import { Plus, Trash2 } from 'lucide-react';
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { useFields } from '@/shared/forms/useFields';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { type InvoiceValues, itemFields } from './invoiceFields';
import { invoiceTotal, itemTotal } from './invoiceSums';

type Form = UseFormReturn<InvoiceValues, unknown, InvoiceValues>;

/** The lines of an invoice while they are typed, each with its sum, and the total under them. */
export function InvoiceItemFields({ form, currency }: { form: Form; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'items' });
  const items = useWatch({ control: form.control, name: 'items' });
  return (
    <Card title={t('billing.form.items')}>
      <ol className="flex flex-col gap-3">
        {fields.map((field, index) => (
          <ItemRow
            key={field.id}
            form={form}
            index={index}
            currency={currency}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-line-soft pt-3">
        <Button icon={Plus} disabled={fields.length >= 200} onClick={() => append(itemFields.empty)}>
          {t('billing.form.add')}
        </Button>
        <p aria-live="polite">
          <span className="mr-3 text-ink-2">{t('fields.invoice.total_cents')}</span>
          <span className="tabular text-lg font-semibold">{format.money(invoiceTotal(items), currency)}</span>
        </p>
      </div>
    </Card>
  );
}

function ItemRow({
  form,
  index,
  currency,
  onRemove,
}: {
  form: Form;
  index: number;
  currency: string;
  onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = (name: 'kind') => t(`fields.invoice_item.${name}`);
  const field = useFields(form, itemFields, label, `items.${index}.`);
  const total = itemTotal(useWatch({ control: form.control, name: `items.${index}` }));
  return (
    <li className="grid grid-cols-2 items-start gap-2 border-b border-line-soft pb-3 last:border-b-0 last:pb-0 md:grid-cols-[minmax(0,1fr)_7rem_5rem_8rem_7rem_2rem]">
      {field('description', { required: false, className: 'max-md:col-span-2' })}
      {field('kind', { required: false })}
      {field('quantity')}
      {field('unit_price', { required: false, currency })}
      <div className="flex flex-col gap-1 text-right">
        <span className="text-sm font-medium text-ink-2">{t('fields.invoice_item.total_cents')}</span>
        <output className="tabular flex h-8 items-center justify-end font-medium">
          {total === null ? '—' : format.money(total, currency)}
        </output>
      </div>
      <div className="flex justify-end max-md:col-span-2 md:pt-5">
        <IconButton
          icon={Trash2}
          label={t('billing.form.remove', { position: index + 1 })}
          disabled={!onRemove}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
