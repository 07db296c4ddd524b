import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Product } from '@/shared/api/gen';
import { createProduct, updateProduct } from '@/shared/api/gen/products';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useServiceTypes } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { productFields } from './productFields';

/** What a product is and costs, and whether it is sold: of a new one, or of one as it is on the server now. */
export function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t } = useTranslation();
  const seesTypes = useCan()('portfolio.contracts:read');
  const { form, field, frame } = useSaveForm({
    fields: productFields,
    label: (name: 'name') => t(`fields.product.${name}`),
    kinds: ['product'],
    create: (body) => createProduct({ body, throwOnError: true }),
    edit: {
      record: product ?? undefined,
      update: (request) => updateProduct({ ...request, throwOnError: true }),
    },
    onDone: (saved) => {
      toast.done(t('products.saved'), { detail: saved.name });
      onClose();
    },
  });
  const charge = useWatch({ control: form.control, name: 'charge' });
  return (
    <FormDialog
      {...frame}
      title={product ? t('products.edit', { name: product.name }) : t('products.new')}
      submit={t('kit.save')}
      aside={product && <SaleSwitch product={product} onDone={onClose} />}
      onClose={onClose}
    >
      {field('name', { wide: true })}
      {field('unit_price', { hint: product ? t('products.priceHint') : undefined })}
      {field('charge')}
      {field('code')}
      {charge !== 'one_off' && seesTypes && <ServiceType field={field} />}
    </FormDialog>
  );
}

function ServiceType({ field }: { field: (name: 'service_type', more: object) => React.ReactElement }) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  return field('service_type', {
    options: types,
    none: t('products.serviceTypeNone'),
    hint: t('products.serviceTypeHint'),
  });
}

/** Takes it off sale or puts it back: what is in deals stays there. */
function SaleSwitch({ product, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useWrite(
    async () =>
      (await updateProduct({ ...writeTo(product, { active: !product.active }), throwOnError: true })).data,
    ['product'],
    {
      onDone: (saved) => {
        toast.done(t(saved.active ? 'products.status.active' : 'products.status.inactive'), {
          detail: saved.name,
        });
        onDone();
      },
      onError: (error) => tellFailure(error, t),
    },
  );
  return (
    <Button busy={write.isPending} onClick={() => write.mutate(undefined)}>
      {t(product.active ? 'products.takeOff' : 'products.putBack')}
    </Button>
  );
}
