import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DealLine, DealLineCreate, DealSummary, Product } from '@/shared/api/gen';
import { createDealLine, deleteDealLine, updateDealLine } from '@/shared/api/gen/deal-lines';
import { listProducts } from '@/shared/api/gen/products';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { typedDecimal } from '@/shared/format/decimal';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useServiceTypes } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { charges } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { Combobox, type ComboboxItem } from '@/shared/ui/Combobox';
import { Field } from '@/shared/ui/Field';
import { wide } from '@/shared/ui/Form';
import { tellFailure } from '@/shared/ui/tellFailure';
import { lineFields } from './lineFields';

/** One line of a deal: a product of the price list or free text, charged once or in each cycle. */
export function LineDialog({
  deal,
  line,
  onClose,
}: {
  deal: DealSummary;
  line: DealLine | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [product, setProduct] = useState<ComboboxItem | null>(null);
  const { form, field, frame } = useSaveForm({
    fields: lineFields,
    label: (name: 'description') => t(`fields.deal_line.${name}`),
    kinds: ['deal'],
    create: (body) =>
      createDealLine({
        path: { id: deal.id },
        body: { ...body, product_id: product?.id ?? null } as DealLineCreate,
        query: names.line,
        throwOnError: true,
      }),
    edit: {
      record: line ?? undefined,
      update: (request) =>
        updateDealLine({
          ...(request as Parameters<typeof updateDealLine>[0]),
          query: names.line,
          throwOnError: true,
        }),
    },
    onDone: onClose,
  });
  const charge = useWatch({ control: form.control, name: 'charge' });
  const take = (chosen: Product) => {
    const set = (name: 'description' | 'unit_price' | 'charge', value: string) =>
      form.setValue(name, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
    set('description', chosen.name);
    set('unit_price', typedDecimal(chosen.unit_price, format.locale));
    set('charge', chosen.charge);
    form.setValue('service_type', chosen.service_type, { shouldDirty: true });
  };
  return (
    <FormDialog
      {...frame}
      title={line ? t('crm.line.edit') : t('crm.line.add')}
      description={deal.title}
      submit={t('kit.save')}
      aside={line && <RemoveLine line={line} onDone={onClose} />}
      onClose={onClose}
    >
      {!line && can('crm.products:read') && (
        <Field label={t('crm.line.product')} hint={t('crm.line.productHint')} className={wide}>
          <Combobox
            value={product}
            onChange={(item) => {
              setProduct(item);
              if (item && 'product' in item) take(item.product as Product);
            }}
            searchKey={`products:${deal.currency}`}
            search={async (q, signal) => {
              const { data } = await listProducts({
                query: { q: q || undefined, active: true, sort: 'name', limit: 50 },
                signal,
                throwOnError: true,
              });
              // Of another currency none can be in this deal.
              const offered = data.data.filter(({ currency }) => currency === deal.currency);
              return offered.map((one) => ({
                id: one.id,
                label: one.name,
                product: one,
                detail: `${format.unitPrice(one.unit_price, one.currency)} · ${t(`states.cycle.${one.charge}`)}`,
              }));
            }}
          />
        </Field>
      )}
      {field('description', { wide: true })}
      {field('unit_price')}
      {field('charge', {
        options: optionsOf(charges, (one) => t(`states.cycle.${one}`)),
        placeholder: t('crm.line.chooseCharge'),
      })}
      {field('quantity')}
      {field('discount_percent', { required: false })}
      {field('cost_cents', { currency: deal.currency, hint: t('crm.line.costHint') })}
      {charge !== '' && charge !== 'one_off' && can('portfolio.contracts:read') && (
        <ServiceType field={field} />
      )}
    </FormDialog>
  );
}

function ServiceType({ field }: { field: (name: 'service_type', more: object) => React.ReactElement }) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  return field('service_type', { options: types, none: t('crm.line.serviceTypeNone'), wide: true });
}

function RemoveLine({ line, onDone }: { line: DealLine; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useWrite(
    async () => void (await deleteDealLine({ ...stepOf(line), throwOnError: true })),
    ['deal'],
    { onDone, onError: (error) => tellFailure(error, t) },
  );
  return (
    <Button variant="ghost" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
      {t('kit.remove')}
    </Button>
  );
}
