import { useEffect, useSyncExternalStore } from 'react';
import { popups } from './popups';
import { subscribeToasts, toastsWait } from './toast';

/** Where toasts appear. What shows them comes with the other popups, or as soon as something is said. */
export function ToastRegion() {
  const parts = popups.use();
  const wanted = useSyncExternalStore(subscribeToasts, toastsWait);
  useEffect(() => {
    if (wanted) void popups.load();
  }, [wanted]);
  return parts && <parts.Toasts />;
}
