import { ArrowDown, ArrowUp, GripVertical, Minus, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { IconButton } from '@/shared/ui/IconButton';
import {
  type Arrangeable,
  arranged,
  moved,
  placed,
  plainLayout,
  roomFor,
  shown,
  sized,
  type TableLayout,
  visibleColumns,
} from '@/shared/ui/tableLayout';

export interface ColumnListProps {
  columns: readonly (Arrangeable & { header: string })[];
  layout: TableLayout;
  onChange: (layout: TableLayout) => void;
}

const step = 24;
const hasRoom = ({ hideBelow }: Arrangeable) =>
  !hideBelow || window.matchMedia(`(min-width: ${roomFor[hideBelow]}px)`).matches;
const drawnWidth = (id: string) =>
  document.querySelector<HTMLElement>(`th[data-column="${id}"]`)?.offsetWidth ?? 144;

/** The columns of a list from left to right, but for the first, which is the name of the record. */
export function ColumnList({ columns, layout, onChange }: ColumnListProps) {
  const { t } = useTranslation();
  const ids = columns.map(({ id }) => id);
  const order = arranged(layout, ids).slice(1);
  const dragged = useRef<string>(null);
  const visible = new Set(
    visibleColumns(layout, columns)
      .filter(hasRoom)
      .map(({ id }) => id),
  );
  return (
    <>
      <ul className="flex flex-col">
        {order.map((id, at) => {
          const name = columns.find((column) => column.id === id)?.header ?? id;
          const width = (by: number) =>
            onChange(sized(layout, id, (layout.sizes[id] ?? drawnWidth(id)) + by));
          return (
            <li
              key={id}
              className="flex min-h-8 items-center"
              onDragOver={(event) => {
                if (!dragged.current) return;
                event.preventDefault();
                if (dragged.current !== id) onChange(placed(layout, ids, dragged.current, id));
              }}
            >
              {/* By keyboard the arrows do it. */}
              <span
                aria-hidden
                draggable
                className="-ml-1 cursor-grab text-ink-3"
                onDragStart={(event) => {
                  dragged.current = id;
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', name);
                }}
                onDragEnd={() => {
                  dragged.current = null;
                }}
              >
                <GripVertical className="size-3.5" />
              </span>
              <span className="min-w-0 flex-1 truncate">
                <Checkbox
                  checked={visible.has(id)}
                  onChange={(on) => onChange(shown(layout, id, on))}
                  label={name}
                />
              </span>
              <IconButton
                icon={Minus}
                size="sm"
                label={t('kit.narrower', { name })}
                disabled={!visible.has(id)}
                onClick={() => width(-step)}
              />
              <IconButton
                icon={Plus}
                size="sm"
                label={t('kit.wider', { name })}
                disabled={!visible.has(id)}
                onClick={() => width(step)}
              />
              <IconButton
                icon={ArrowUp}
                size="sm"
                label={t('kit.moveLeft', { name })}
                disabled={at === 0}
                onClick={() => onChange(moved(layout, ids, id, -1))}
              />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={t('kit.moveRight', { name })}
                disabled={at === order.length - 1}
                onClick={() => onChange(moved(layout, ids, id, 1))}
              />
            </li>
          );
        })}
      </ul>
      <div className="mt-2 border-t border-line pt-2">
        <Checkbox
          checked={layout.dense === true}
          onChange={(dense) => onChange({ ...layout, dense })}
          label={t('kit.dense')}
        />
      </div>
      <Button
        variant="ghost"
        size="sm"
        className="mt-1 w-full"
        onClick={() => onChange({ ...plainLayout, ...(layout.dense && { dense: true }) })}
      >
        {t('kit.plainColumns')}
      </Button>
    </>
  );
}
