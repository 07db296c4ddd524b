import { Package, Plus } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '@/shared/api/gen';
import { listProductsInfiniteOptions } from '@/shared/api/gen/products/query';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useChosen } from '@/shared/records/useChosen';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { SearchBox } from '@/shared/ui/SearchBox';

const ProductDialog = lazyPart(async () => (await import('./ProductDialog')).ProductDialog);

export interface ProductsSearch {
  q?: string;
  status?: 'active' | 'inactive';
}

/** What the company sells, and for how much: the price list that the lines of deals are taken from. */
export function ProductsPage({
  search,
  onSearch,
}: {
  search: ProductsSearch;
  onSearch: OnSearch<ProductsSearch>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const canWrite = useCan()('crm.products:write');
  usePartsLater(ProductDialog);
  const { q, status } = search;
  const query = useRows<Product>(
    listProductsInfiniteOptions({
      query: { q, active: status && status === 'active', sort: 'name', limit: 100 },
    }),
  );
  const [edited, setEdited] = useChosen<Product, 'new'>(rowsOf(query.data));
  useShortcut('n', () => setEdited('new'), canWrite);
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setEdited('new')}>
      {t('products.new')}
    </Button>
  );
  const price = (product: Product) => (
    <span className="tabular">
      {format.unitPrice(product.unit_price, product.currency)}
      <span className="text-ink-2"> · {t(`states.cycle.${product.charge}`)}</span>
    </span>
  );
  const state = (product: Product) =>
    product.active ? null : <Badge tone="neutral">{t('products.status.inactive')}</Badge>;
  return (
    <>
      <SettingsHeader
        filters={
          <>
            <SearchBox
              label={t('products.search')}
              value={q ?? ''}
              onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
            />
            <FilterChip
              label={t('kit.status')}
              allLabel={t('kit.allFeminine')}
              value={status ?? ''}
              onChange={(value) => onSearch({ status: value || undefined })}
              options={[
                { value: 'active', label: t('products.status.active') },
                { value: 'inactive', label: t('products.status.inactive') },
              ]}
            />
          </>
        }
        actions={newButton}
      />
      <PageBody>
        <DataTable
          label={t('products.table')}
          query={query}
          onOpen={canWrite ? setEdited : undefined}
          columns={[
            {
              id: 'name',
              header: t('fields.product.name'),
              cell: (product) => (
                <span className="flex items-center gap-2">
                  <span className="truncate">{product.name}</span>
                  {state(product)}
                </span>
              ),
            },
            { id: 'code', header: t('fields.product.code'), width: '9rem', cell: (product) => product.code },
            {
              id: 'charge',
              header: t('fields.product.charge'),
              width: '9rem',
              cell: (product) => t(`states.cycle.${product.charge}`),
            },
            {
              id: 'unit_price',
              header: t('fields.product.unit_price'),
              width: '10rem',
              align: 'right',
              cell: (product) => (
                <span className="tabular">{format.unitPrice(product.unit_price, product.currency)}</span>
              ),
            },
          ]}
          narrow={(product) => (
            <NarrowRow title={product.name} detail={price(product)} badge={state(product)} />
          )}
          empty={
            q || status ? (
              <EmptyState
                icon={Package}
                title={t('products.nothingTitle')}
                text={t('products.nothingText')}
              />
            ) : (
              <EmptyState
                icon={Package}
                title={t('products.noneTitle')}
                text={t('products.noneText')}
                action={newButton}
              />
            )
          }
        />
      </PageBody>
      <Suspense>
        {edited && (
          <ProductDialog product={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
        )}
      </Suspense>
    </>
  );
}
