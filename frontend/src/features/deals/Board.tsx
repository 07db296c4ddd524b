import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Board as BoardData, DealSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useLater } from '@/shared/lib/useLater';
import { isNarrow } from '@/shared/lib/useMediaQuery';
import { later } from '@/shared/ui/popups';
import { BoardColumn, type ColumnHandle } from './BoardColumn';
import { findDeal, findPlace, type Place } from './boardState';
import type { CardParts } from './cardParts';
import type { CardActions } from './DealCard';
import { stageColours } from './stageColour';
import type { NextSteps } from './useNextSteps';
import { type ZoneUse, zoneKeys } from './zones';

const moveMenu = later(() => import('./MoveMenu'));
const dropZones = later(() => import('./DropZones'));

export interface BoardProps {
  board: BoardData;
  /** What to say on a board without a card. */
  hint?: ReactNode;
  canWrite: boolean;
  /** A dialog that may take the card in focus off the board is open. */
  closing: boolean;
  selectedId?: string;
  hrefOf: (dealId: string) => string;
  onOpen: (dealId: string) => void;
  onMove: (dealId: string, place: Place) => void;
  onWin: (deal: DealSummary) => void;
  onLose: (deal: DealSummary) => void;
  onPostpone: (deal: DealSummary) => void;
  /** Cards that are chosen, and what happens when several of them are let go somewhere. */
  chosen: ReadonlySet<string>;
  onChoose: (dealId: string) => void;
  onSeveral: (order: { move: string } | 'lose') => void;
  parts: CardParts;
  steps: NextSteps;
  onWhole: (stageId: string, title: string) => void;
  loadMore: (stageId: string) => Promise<void>;
}

const anyDeal = '00000000-0000-0000-0000-000000000000';

/** The columns, and what happens between them: drag and drop, arrow keys, the move menu. */
export function Board({
  board,
  hint,
  canWrite,
  closing,
  selectedId,
  hrefOf,
  onOpen,
  onMove,
  onWin,
  onLose,
  onPostpone,
  chosen,
  onChoose,
  onSeveral,
  parts,
  steps,
  onWhole,
  loadMore,
}: BoardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef(new Map<string, ColumnHandle>());
  const [menu, setMenu] = useState<{ dealId: string; anchor: Element } | null>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const moving = moveMenu.use();
  const zones = dropZones.use();
  useLater(useCallback(() => Promise.all([moveMenu.load(), dropZones.load()]), []));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // A phone shows the first column: the cards of the others follow once it is there, in slices.
  const [whole, setWhole] = useState(() => !isNarrow());
  useEffect(() => startTransition(() => setWhole(true)), []);
  const colours = useMemo(() => stageColours(board.stages), [board.stages]);
  const today = format.today();
  // Minutes are exact enough for "days in stage", and a stable value keeps the cards from drawing again.
  const now = Math.floor(Date.now() / 60_000) * 60_000;

  // Callbacks that the cards get must not change with every render, or thousands of them would draw again.
  // The router takes its time to build an address, and all cards have the same one but for the deal.
  const address = hrefOf(anyDeal);
  const latest = useRef({
    board,
    onOpen,
    onMove,
    onWin,
    onLose,
    onPostpone,
    onChoose,
    onSeveral,
    chosen,
    address,
  });
  latest.current = { board, onOpen, onMove, onWin, onLose, onPostpone, onChoose, onSeveral, chosen, address };
  // A card that moves to another column, whoever moved it, is another element there: focus and menu follow it.
  const followed = useRef<{ dealId: string; element: Element } | null>(null);
  // Where the focus last was: when the card leaves for good, its neighbour takes the focus.
  const lastPlace = useRef<Place | null>(null);
  const actions = useMemo<CardActions>(
    () => ({
      href: (dealId) => latest.current.address.replace(anyDeal, dealId),
      open: (dealId) => latest.current.onOpen(dealId),
      openMenu: (dealId, anchor) => {
        setMenu({ dealId, anchor });
        void moveMenu.load().catch(() => setMenu(null));
      },
      focused: (dealId, element) => {
        setFocusedId(dealId);
        followed.current = { dealId, element };
        lastPlace.current = findPlace(latest.current.board, dealId);
      },
      dragging: setDraggedId,
      choose: (dealId) => latest.current.onChoose(dealId),
    }),
    [],
  );
  const handle = useCallback((stageId: string, column: ColumnHandle | null) => {
    if (column) columns.current.set(stageId, column);
    else columns.current.delete(stageId);
  }, []);

  const toggle = useCallback((stageId: string) => {
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(stageId)) after.add(stageId);
      return after;
    });
  }, []);

  const place = useCallback((dealId: string, target: Place) => {
    const { board, onMove, onWin, onLose, onSeveral, chosen } = latest.current;
    const deal = findDeal(board, dealId);
    const stage = board.stages.find((candidate) => candidate.id === target.stageId);
    if (!deal || !stage) return;
    // One of several that are chosen takes the others along.
    if (chosen.size > 1 && chosen.has(dealId) && stage.type !== 'won') {
      onSeveral(stage.type === 'lost' ? 'lose' : { move: stage.id });
      return;
    }
    if (stage.type === 'won') onWin(deal);
    else if (stage.type === 'lost') onLose(deal);
    else onMove(dealId, target);
  }, []);

  const zone = useCallback((dealId: string, use: ZoneUse) => {
    const { board, onWin, onLose, onPostpone, onSeveral, chosen } = latest.current;
    const deal = findDeal(board, dealId);
    if (deal?.status !== 'open') return;
    if (use === 'lose' && chosen.size > 1 && chosen.has(dealId)) onSeveral('lose');
    else if (use === 'win') onWin(deal);
    else if (use === 'lose') onLose(deal);
    else onPostpone(deal);
  }, []);

  useEffect(() => {
    const clean = [
      monitorForElements({
        canMonitor: ({ source }) => source.data.kind === 'deal',
        onDrop: ({ source, location }) => {
          const dealId = String(source.data.dealId);
          const [inner] = location.current.dropTargets;
          if (inner?.data.kind === 'zone') {
            zone(dealId, inner.data.use as ZoneUse);
            return;
          }
          const column = location.current.dropTargets.find((target) => target.data.kind === 'column');
          const stage = latest.current.board.stages.find(
            (candidate) => candidate.id === column?.data.stageId,
          );
          if (!inner || !column || !stage) return;
          const others = stage.deals.filter((deal) => deal.id !== dealId);
          if (inner.data.kind === 'column') {
            place(dealId, { stageId: stage.id, index: inner.data.top ? 0 : others.length });
            return;
          }
          if (inner.data.dealId === dealId) return;
          const at = others.findIndex((deal) => deal.id === inner.data.dealId);
          if (at >= 0)
            place(dealId, {
              stageId: stage.id,
              index: at + (extractClosestEdge(inner.data) === 'bottom' ? 1 : 0),
            });
        },
      }),
      scroller.current ? autoScrollForElements({ element: scroller.current }) : () => undefined,
    ];
    return () => {
      for (const stop of clean) stop();
    };
  }, [place, zone]);

  const isCollapsed = (stage: { id: string; type: string }) => stage.type !== 'open' && !opened.has(stage.id);
  const shown = board.stages.filter((stage) => !isCollapsed(stage));

  const focusCard = useCallback((dealId: string) => {
    const here = findPlace(latest.current.board, dealId);
    if (here) columns.current.get(here.stageId)?.focusCard(here.index);
  }, []);
  // A card that has been scrolled out of sight is left where it is.
  const shownBefore = followed.current?.element.isConnected === true;
  // Before the next key can arrive: with the focus on nothing it would be lost.
  useLayoutEffect(() => {
    const last = followed.current;
    if (last && shownBefore && !last.element.isConnected && document.activeElement === document.body)
      focusCard(last.dealId);
    setMenu((menu) => {
      if (!menu || findDeal(board, menu.dealId)?.status !== 'open') return null;
      if (menu.anchor.isConnected) return menu;
      const card = scroller.current?.querySelector(`[data-card="${menu.dealId}"]`)?.closest('article');
      return card ? { ...menu, anchor: card } : menu;
    });
  }, [board, focusCard, shownBefore]);
  const closed = useRef(closing);
  useEffect(() => {
    const over = closed.current && !closing;
    closed.current = closing;
    if (!over) return;
    // After the dialog has given the focus back, which leads nowhere when its card has gone.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const place = lastPlace.current;
        const stage = latest.current.board.stages.find((candidate) => candidate.id === place?.stageId);
        if (document.activeElement !== document.body || !place || !stage || stage.deals.length === 0) return;
        columns.current.get(stage.id)?.focusCard(Math.min(place.index, stage.deals.length - 1));
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [closing]);
  /** Who leaves a card by choice does not want to be brought back to it. */
  const onBlur = ({ target }: FocusEvent) => {
    queueMicrotask(() => {
      if (followed.current?.element === target && target.isConnected && document.activeElement !== target)
        followed.current = null;
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const dealId = (event.target as HTMLElement).dataset.card;
    const here = dealId ? findPlace(board, dealId) : null;
    if (!dealId || !here || event.ctrlKey || event.metaKey) return;
    const columnAt = shown.findIndex((stage) => stage.id === here.stageId);
    if (event.key.toLowerCase() === 'm' && !event.altKey) {
      if (!canWrite || findDeal(board, dealId)?.status !== 'open') return;
      event.preventDefault();
      actions.openMenu(dealId, (event.target as HTMLElement).closest('article') ?? event.currentTarget);
      return;
    }
    const use = event.altKey || event.shiftKey ? undefined : zoneKeys[event.key.toLowerCase()];
    if (event.key.toLowerCase() === 'x' && !event.altKey) {
      if (!canWrite || findDeal(board, dealId)?.status !== 'open') return;
      event.preventDefault();
      onChoose(dealId);
      return;
    }
    if (use) {
      if (!canWrite) return;
      event.preventDefault();
      zone(dealId, use);
      return;
    }
    const arrows: Record<string, [number, number]> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    };
    const step = arrows[event.key];
    const column = shown[columnAt];
    if (!column) return;
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      columns.current.get(column.id)?.focusCard(event.key === 'Home' ? 0 : column.deals.length - 1);
      return;
    }
    if (!step) return;
    event.preventDefault();
    const [dx, dy] = step;
    if (event.altKey) {
      if (!canWrite) return;
      const target = dx ? shown[columnAt + dx] : column;
      const index = dx ? 0 : here.index + dy;
      if (target?.type !== 'open' || index < 0 || index >= Math.max(target.deals.length, 1) + (dx ? 1 : 0))
        return;
      place(dealId, { stageId: target.id, index });
      return;
    }
    if (dy) {
      columns.current
        .get(column.id)
        ?.focusCard(Math.min(Math.max(here.index + dy, 0), column.deals.length - 1));
      return;
    }
    // The next column that has a card, at about the same height.
    for (let at = columnAt + dx; at >= 0 && at < shown.length; at += dx) {
      const next = shown[at];
      if (!next || next.deals.length === 0) continue;
      columns.current.get(next.id)?.focusCard(Math.min(here.index, next.deals.length - 1));
      return;
    }
  };

  const firstCard = shown.find((stage) => stage.deals.length > 0)?.deals[0]?.id ?? null;
  const tabbable = focusedId && findPlace(board, focusedId) ? focusedId : firstCard;
  const menuDeal = menu ? findDeal(board, menu.dealId) : undefined;
  // A column hears only of what lies in it, so that a focus that moves draws two columns and not all of them.
  const stageOf = (dealId: string | null | undefined) =>
    dealId ? findPlace(board, dealId)?.stageId : undefined;
  const rules = useMemo(
    () => new Map(board.pipeline.stages.map((stage) => [stage.id, stage])),
    [board.pipeline.stages],
  );
  const at = { selected: stageOf(selectedId), tabbable: stageOf(tabbable), dragged: stageOf(draggedId) };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the cards, which are links */}
      <div
        ref={scroller}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className="thin-scroll flex min-h-0 flex-1 snap-x snap-mandatory gap-3 overflow-x-auto overflow-y-hidden px-4 pb-2 md:snap-none md:px-5"
      >
        {board.stages.map((stage, index) => (
          <BoardColumn
            key={stage.id}
            stage={stage}
            colour={colours.get(stage.id) ?? ''}
            format={format}
            currency={board.currency}
            today={today}
            now={now}
            actions={actions}
            canWrite={canWrite}
            selectedId={at.selected === stage.id ? selectedId : undefined}
            tabbableId={at.tabbable === stage.id ? tabbable : null}
            draggedId={at.dragged === stage.id ? draggedId : null}
            chosen={chosen}
            parts={parts}
            steps={steps}
            rules={rules.get(stage.id)}
            pipelineId={board.pipeline.id}
            onWhole={onWhole}
            collapsed={isCollapsed(stage)}
            waiting={!whole && index > 1}
            onToggle={stage.type === 'open' ? undefined : toggle}
            loadMore={loadMore}
            handle={handle}
          />
        ))}
      </div>
      {draggedId && canWrite && zones && (
        <zones.DropZones several={chosen.size > 1 && chosen.has(draggedId)} />
      )}
      {hint && (
        <div className="pointer-events-none absolute inset-x-0 top-16 flex justify-center px-4">
          <div className="pointer-events-auto rounded-lg border border-line bg-surface shadow-lift">
            {hint}
          </div>
        </div>
      )}
      <p className="sr-only" id="board-keys">
        {t('crm.board.keys')}
      </p>
      {menu && menuDeal && moving && (
        <moving.MoveMenu
          deal={menuDeal}
          board={board}
          anchor={menu.anchor}
          onMove={(target) => place(menu.dealId, target)}
          onWin={() => onWin(menuDeal)}
          onLose={() => onLose(menuDeal)}
          onPostpone={() => onPostpone(menuDeal)}
          onChoose={() => onChoose(menuDeal.id)}
          onClose={() => {
            setMenu(null);
            const active = document.activeElement;
            if (!active || active === document.body || active.closest('[role=menu]')) focusCard(menu.dealId);
          }}
        />
      )}
    </div>
  );
}
