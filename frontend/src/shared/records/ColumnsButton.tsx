import { Columns3 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';
import { PopupTrigger, popups } from '@/shared/ui/popups';
import type { ColumnListProps } from './ColumnList';

const ColumnList = lazy(async () => ({ default: (await import('./ColumnList')).ColumnList }));

/** Which columns a list shows, in which order and how wide; where there are columns at all. */
export function ColumnsButton(props: ColumnListProps) {
  const { t } = useTranslation();
  const label = t('kit.columns');
  const trigger = <IconButton icon={Columns3} label={label} className="max-md:hidden" />;
  return (
    <PopupTrigger needs={popups} kind="dialog" trigger={trigger}>
      {({ Popover }, opening) => (
        <Popover trigger={trigger} {...opening} label={label}>
          {() => (
            <Suspense>
              <ColumnList {...props} />
            </Suspense>
          )}
        </Popover>
      )}
    </PopupTrigger>
  );
}
