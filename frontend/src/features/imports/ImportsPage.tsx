import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntity } from '@/shared/api/gen';
import { useCan } from '@/shared/session/useSession';
import { PageHeader } from '@/shared/ui/PageHeader';
import { FileDrop } from './FileDrop';
import { ImportList } from './ImportList';
import { MappingEditor } from './MappingEditor';
import type { PreparedImport } from './preparedImport';

/** Choose a file, check what becomes of it, start; and what was imported before. */
export function ImportsPage({
  entity,
  onEntity,
}: {
  entity: ImportEntity;
  onEntity: (entity: ImportEntity) => void;
}) {
  const { t } = useTranslation();
  const can = useCan();
  const [prepared, setPrepared] = useState<PreparedImport | null>(null);
  if (prepared) return <MappingEditor prepared={prepared} onBack={() => setPrepared(null)} />;
  return (
    <>
      <PageHeader title={t('imports.title')} />
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-4 md:px-5">
        {can('imports.imports:write') && (
          <FileDrop entity={entity} onEntity={onEntity} onPrepared={setPrepared} />
        )}
        <h2 className="mt-2 font-semibold">{t('imports.earlier')}</h2>
        <div className="flex min-h-64 flex-1 flex-col">
          <ImportList />
        </div>
      </div>
    </>
  );
}
