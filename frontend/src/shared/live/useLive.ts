import { useEffect, useRef } from 'react';
import { type LiveListener, onLive } from './live';

/** Hears of what happens elsewhere while the screen is shown. */
export function useLive(listener: LiveListener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => onLive((event) => latest.current(event)), []);
}
