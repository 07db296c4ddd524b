import { Menu as Base } from '@base-ui/react/menu';
import {
  ArrowDownToLine,
  ArrowUpToLine,
  CalendarClock,
  CircleCheck,
  CircleX,
  SquareCheck,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Board, DealSummary } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';
import { MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { menuClass } from '@/shared/ui/popup';
import { findPlace, type Place } from './boardState';
import { stageColours } from './stageColour';

export interface MoveMenuProps {
  deal: DealSummary;
  board: Board;
  anchor: Element;
  onMove: (place: Place) => void;
  onWin: () => void;
  onLose: () => void;
  onPostpone: () => void;
  onChoose: () => void;
  /** Also gives the focus back to the card, wherever it lies by then. */
  onClose: () => void;
}

/** "Mover para...": everything dragging can do, by keyboard and by touch. */
export function MoveMenu({
  deal,
  board,
  anchor,
  onMove,
  onWin,
  onLose,
  onPostpone,
  onChoose,
  onClose,
}: MoveMenuProps) {
  const { t } = useTranslation();
  const place = findPlace(board, deal.id);
  const column = board.stages.find((stage) => stage.id === deal.stage_id);
  const colours = stageColours(board.stages);
  const open = board.stages.filter((stage) => stage.type === 'open');
  const last = (column?.deals.length ?? 1) - 1;
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()} modal={false}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align="end" className="z-50 outline-none">
          <Base.Popup
            finalFocus={false}
            aria-label={t('crm.board.moveTo')}
            className={cx(menuClass, 'min-w-48')}
          >
            <Base.Group>
              <Base.GroupLabel className="px-2 pt-1 pb-1 text-sm text-ink-3">
                {t('crm.board.moveTo')}
              </Base.GroupLabel>
              {open.map((stage) => (
                <MenuItem
                  key={stage.id}
                  disabled={stage.id === deal.stage_id}
                  onSelect={() => onMove({ stageId: stage.id, index: 0 })}
                >
                  <span className="flex items-center gap-2">
                    <span aria-hidden className={cx('size-2 shrink-0 rounded-full', colours.get(stage.id))} />
                    {stage.name}
                  </span>
                </MenuItem>
              ))}
            </Base.Group>
            {column && last > 0 && (
              <>
                <MenuSeparator />
                <MenuItem
                  icon={ArrowUpToLine}
                  disabled={place?.index === 0}
                  onSelect={() => onMove({ stageId: column.id, index: 0 })}
                >
                  {t('crm.board.toTop')}
                </MenuItem>
                <MenuItem
                  icon={ArrowDownToLine}
                  disabled={place?.index === last}
                  onSelect={() => onMove({ stageId: column.id, index: last })}
                >
                  {t('crm.board.toBottom')}
                </MenuItem>
              </>
            )}
            <MenuSeparator />
            <MenuItem icon={CircleCheck} onSelect={onWin}>
              {t('crm.deal.win')}
            </MenuItem>
            <MenuItem icon={CircleX} onSelect={onLose}>
              {t('crm.deal.lose')}
            </MenuItem>
            <MenuItem icon={CalendarClock} onSelect={onPostpone}>
              {t('crm.zones.postpone')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={SquareCheck} onSelect={onChoose}>
              {t('crm.board.chooseCard')}
            </MenuItem>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
