import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { getInvoicePix } from '@/shared/api/gen/invoices';
import { toProblem } from '@/shared/api/problem';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { CopyField } from '@/shared/ui/CopyField';
import { ErrorState } from '@/shared/ui/ErrorState';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Skeleton } from '@/shared/ui/Skeleton';

/** The Pix code of what is open, to scan and to paste. */
export function PixCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const {
    data: pix,
    error,
    refetch,
  } = useQuery({
    // The amount is part of the code: another amount is another code, and once all is paid none is asked for.
    queryKey: ['invoice-pix', invoice.id, invoice.open_cents],
    queryFn: async ({ signal }) =>
      (await getInvoicePix({ path: { id: invoice.id }, signal, throwOnError: true })).data,
  });
  const amount = format.money(pix?.amount_cents ?? invoice.open_cents, invoice.currency);
  const title = (
    <>
      {t('billing.pix.title')} <span className="tabular font-normal text-ink-2">{amount}</span>
    </>
  );
  if (error && toProblem(error).status === 409) {
    return (
      <Card title={title}>
        <div className="flex flex-col items-start gap-3">
          <p className="text-ink-2">{t('billing.pix.noKey')}</p>
          {can('company.settings:write') && (
            <LinkButton place={{ to: '/settings/company' }}>{t('billing.pix.settings')}</LinkButton>
          )}
        </div>
      </Card>
    );
  }
  return (
    <Card title={title}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="flex flex-col gap-3">
          {pix ? (
            // An image cannot run scripts, and scanners want black on white in every theme.
            <img
              src={`data:image/svg+xml,${encodeURIComponent(pix.svg)}`}
              alt={t('billing.pix.qr', { amount })}
              className="mx-auto size-44 rounded-sm bg-white p-2"
            />
          ) : (
            <Skeleton className="mx-auto size-44" />
          )}
          <CopyField
            stacked
            label={t('billing.pix.code')}
            value={pix?.payload ?? ''}
            action={t('billing.pix.copy')}
            copied={t('billing.pix.copied')}
            failed={t('billing.pix.copyFailed')}
          />
        </div>
      )}
    </Card>
  );
}
