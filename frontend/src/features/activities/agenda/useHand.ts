import { type PointerEvent, useEffect, useRef } from 'react';

/** A hand that trembles drags nothing. */
const slack = 4;

export interface HandSteps {
  onMove: (dx: number, dy: number, at: globalThis.PointerEvent) => void;
  /** `far`: it went somewhere, and was no click. */
  onEnd: (far: boolean, cancelled: boolean) => void;
}

/** Follows the hand from where it takes hold until it lets go; Escape puts everything back. */
export function useHand(): (event: PointerEvent<HTMLElement>, steps: HandSteps) => void {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return ({ clientX, clientY }, { onMove, onEnd }) => {
    let far = false;
    const listening = new AbortController();
    stop.current = () => listening.abort();
    const end = (cancelled: boolean) => {
      listening.abort();
      if (far) swallowClick();
      onEnd(far, cancelled);
    };
    const { signal } = listening;
    window.addEventListener(
      'pointermove',
      (at) => {
        const [dx, dy] = [at.clientX - clientX, at.clientY - clientY];
        far ||= Math.hypot(dx, dy) > slack;
        if (far) onMove(dx, dy, at);
      },
      { signal },
    );
    window.addEventListener('pointerup', () => end(false), { signal });
    window.addEventListener('pointercancel', () => end(true), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(true), { signal });
  };
}

/** A finger scrolls; what it wants moved is moved in the panel. */
export const takesHold = (event: PointerEvent): boolean =>
  event.button === 0 && event.pointerType !== 'touch';

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const over = new AbortController();
  window.addEventListener('click', (event) => event.stopPropagation(), {
    capture: true,
    signal: over.signal,
  });
  setTimeout(() => over.abort());
}
