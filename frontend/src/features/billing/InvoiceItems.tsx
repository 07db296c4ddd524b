import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';

const head = 'h-9 border-b border-line px-4 text-left text-sm font-medium text-ink-3';
const cell = 'border-b border-line-soft px-4 py-2.5';
const figure = 'tabular text-right whitespace-nowrap';

export function InvoiceItems({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card flush>
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t('fields.invoice_item.description')}
            </th>
            <th scope="col" className={cx(head, 'max-md:hidden')}>
              {t('fields.invoice_item.kind')}
            </th>
            <th scope="col" className={cx(head, 'text-right max-md:hidden')}>
              {t('fields.invoice_item.quantity')}
            </th>
            <th scope="col" className={cx(head, 'text-right max-md:hidden')}>
              {t('fields.invoice_item.unit_price')}
            </th>
            <th scope="col" className={cx(head, 'text-right')}>
              {t('fields.invoice_item.total_cents')}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never move
            <tr key={index}>
              <td className={cx(cell, 'font-medium wrap-anywhere')}>
                {item.description}
                <span className="block font-normal text-ink-3 md:hidden">
                  {format.number(Number(item.quantity))} ×{' '}
                  {format.unitPrice(item.unit_price, invoice.currency)} · {t(`billing.kind.${item.kind}`)}
                </span>
              </td>
              <td className={cx(cell, 'text-ink-2 max-md:hidden')}>{t(`billing.kind.${item.kind}`)}</td>
              <td className={cx(cell, figure, 'max-md:hidden')}>{format.number(Number(item.quantity))}</td>
              <td className={cx(cell, figure, 'max-md:hidden')}>
                {format.unitPrice(item.unit_price, invoice.currency)}
              </td>
              <td className={cx(cell, figure)}>{format.amount(item.total_cents, invoice.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum
            name={t('fields.invoice.total_cents')}
            value={format.amount(invoice.total_cents, invoice.currency)}
            tone="font-semibold"
          />
          {invoice.paid_cents > 0 && (
            <Sum
              name={t('fields.invoice.paid_cents')}
              value={format.amount(invoice.paid_cents, invoice.currency)}
              tone="text-paid-ink"
            />
          )}
          {invoice.status !== 'cancelled' && invoice.status !== 'draft' && (
            <Sum
              name={t('fields.invoice.open_cents')}
              value={format.money(invoice.open_cents, invoice.currency)}
              tone="text-lg font-semibold"
              last
            />
          )}
        </tfoot>
      </table>
    </Card>
  );
}

function Sum({ name, value, tone, last }: { name: string; value: string; tone: string; last?: boolean }) {
  const line = cx('px-4 py-2.5', !last && 'border-b border-line-soft');
  return (
    <tr>
      {/* Three of the five columns are not there on a phone; the wider span is cut to what is left. */}
      <th
        scope="row"
        colSpan={4}
        className={cx(line, 'hidden text-right font-normal text-ink-2 md:table-cell')}
      >
        {name}
      </th>
      <th scope="row" className={cx(line, 'text-left font-normal text-ink-2 md:hidden')}>
        {name}
      </th>
      <td className={cx(line, figure, tone)}>{value}</td>
    </tr>
  );
}
