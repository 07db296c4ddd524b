import { createFileRoute } from '@tanstack/react-router';
import { ProductsPage, type ProductsSearch } from '@/features/products/ProductsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/settings/products')({
  validateSearch: (search: Record<string, unknown>): ProductsSearch => ({
    q: text(search.q),
    status: oneOf(['active', 'inactive'], search.status),
  }),
  beforeLoad: requires('crm.products:read'),
  loader: texts('products', 'fields'),
  component: Page,
});

function Page() {
  return (
    <ProductsPage search={Route.useSearch()} onSearch={useOnSearch<ProductsSearch>(Route.useNavigate())} />
  );
}
