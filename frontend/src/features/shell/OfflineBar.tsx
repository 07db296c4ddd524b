import { onlineManager, useMutationState } from '@tanstack/react-query';
import { CloudUpload, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsaved } from '@/shared/lib/unsaved';

const subscribe = (tell: () => void) => onlineManager.subscribe(tell);
const isOnline = () => onlineManager.isOnline();

/** Says that there is no connection and how much waits for one; what waits is sent by itself, and kept until then. */
export function OfflineBar() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribe, isOnline);
  const waiting = useMutationState({
    filters: { status: 'pending', predicate: ({ state }) => state.isPaused },
    select: ({ mutationId }) => mutationId,
  }).length;
  useUnsaved(waiting > 0, { withTab: true });
  if (online && waiting === 0) return null;
  const Icon = online ? CloudUpload : WifiOff;
  return (
    <div
      role="status"
      // Above the scrim of a dialog: that its form waits is what one wants to know there.
      className="relative z-45 flex shrink-0 items-center justify-center gap-2 border-b border-line bg-attention-soft px-4 py-1.5 text-attention-ink"
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p>
        <span className="font-medium">{online ? t('shell.offline.sending') : t('shell.offline.title')}</span>{' '}
        {waiting > 0 ? t('shell.offline.waiting', { count: waiting }) : t('shell.offline.text')}
      </p>
    </div>
  );
}
