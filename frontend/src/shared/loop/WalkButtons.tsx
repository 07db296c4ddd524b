import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { useShortcut } from '@/shared/lib/useShortcut';
import { IconButton } from '@/shared/ui/IconButton';
import type { Walk } from './walk';

/** The record before and after this one in the list that it was opened from: two buttons, K and J. */
export function WalkButtons({
  walk,
  onOpen,
  withPlace,
}: {
  walk: Walk | null;
  onOpen: (id: string) => void;
  withPlace?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { previous, next } = walk ?? {};
  useShortcut('k', () => previous && onOpen(previous), previous !== undefined);
  useShortcut('j', () => next && onOpen(next), next !== undefined);
  if (!walk || walk.count < 2) return null;
  return (
    <>
      <IconButton
        icon={ChevronUp}
        label={t('loop.previous')}
        aria-keyshortcuts="K"
        disabled={!previous}
        onClick={() => previous && onOpen(previous)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('loop.next')}
        aria-keyshortcuts="J"
        disabled={!next}
        onClick={() => next && onOpen(next)}
      />
      {withPlace && (
        <span className="tabular text-sm font-normal text-ink-3">
          {t('loop.place', { at: format.number(walk.at), count: format.number(walk.count) })}
        </span>
      )}
    </>
  );
}
