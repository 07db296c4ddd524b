import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportEntity } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { Card } from '@/shared/ui/Card';
import { ImportErrors } from './ImportErrors';

/** What an import would come to, where that is not what one would wish. */
export function CheckOutcome({ entity, outcome }: { entity: ImportEntity; outcome: ImportCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  // It answers a button at the top of a long page, and stands there.
  useEffect(() => {
    // Braces: newer browsers answer with a promise, which is no way to clean up.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place}>
      <Card title={t('imports.checked')}>
        <div role="status" className="-mt-2 mb-3 text-ink-2">
          <p>
            {t('imports.checkedCounts', {
              rows: format.number(outcome.row_count),
              created: format.number(outcome.created_count),
              updated: format.number(outcome.updated_count),
              failed: format.number(outcome.failed_count),
            })}
          </p>
          {outcome.tried_count < outcome.row_count && (
            <p>{t('imports.checkedSome', { tried: format.number(outcome.tried_count) })}</p>
          )}
        </div>
        <div className="flex max-h-96 flex-col">
          <ImportErrors
            entity={entity}
            errors={outcome.errors}
            failed={outcome.failed_count}
            hint={t('imports.checkedHint')}
          />
        </div>
      </Card>
    </div>
  );
}
