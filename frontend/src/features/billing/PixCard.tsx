import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { getInvoicePix } from '@/shared/api/gen/invoices';
import { toProblem } from '@/shared/api/problem';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';

/** The Pix code of what is open, to scan and to paste. */
export function PixCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const codeId = useId();
  const code = useRef<HTMLInputElement>(null);
  const query = useQuery({
    // The amount is part of the code: another amount is another code, and once all is paid none is asked for.
    queryKey: ['invoice-pix', invoice.id, invoice.open_cents],
    queryFn: async ({ signal }) =>
      (await getInvoicePix({ path: { id: invoice.id }, signal, throwOnError: true })).data,
  });
  const pix = query.data;
  const amount = format.money(pix?.amount_cents ?? invoice.open_cents, invoice.currency);

  const copy = async (payload: string) => {
    try {
      await navigator.clipboard.writeText(payload);
      toast.done(t('billing.pix.copied'));
    } catch {
      // Without TLS there is no clipboard: the code is at least selected.
      code.current?.select();
      toast.info(t('billing.pix.copyFailed'));
    }
  };
  return (
    <Card
      title={
        <>
          {t('billing.pix.title')} <span className="tabular font-normal text-ink-2">{amount}</span>
        </>
      }
    >
      {query.error ? (
        toProblem(query.error).status === 409 ? (
          <div className="flex flex-col items-start gap-3">
            <p className="text-ink-2">{t('billing.pix.noKey')}</p>
            {can('company.settings:write') && (
              <Link to="/settings/company" className={buttonClass()}>
                {t('billing.pix.settings')}
              </Link>
            )}
          </div>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )
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
          <label htmlFor={codeId} className="sr-only">
            {t('billing.pix.code')}
          </label>
          <input
            ref={code}
            id={codeId}
            readOnly
            value={pix?.payload ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            className="h-8 w-full truncate rounded-sm border border-line bg-background px-2.5 font-mono text-sm"
          />
          <Button icon={Copy} disabled={!pix} onClick={() => pix && void copy(pix.payload)}>
            {t('billing.pix.copy')}
          </Button>
        </div>
      )}
    </Card>
  );
}
