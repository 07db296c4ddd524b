import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

/** Something that is fetched later, and then is there at once for everybody. */
export interface Later<T> {
  load: () => Promise<void>;
  /** Undefined until it is there. */
  use: () => T | undefined;
}

export function later<T>(fetchIt: () => Promise<T>): Later<T> {
  let loaded: T | undefined;
  const waiting = new Set<() => void>();
  const subscribe = (tell: () => void) => {
    waiting.add(tell);
    return () => waiting.delete(tell);
  };
  return {
    load: async () => {
      loaded ??= await fetchIt();
      for (const tell of waiting) tell();
    },
    use: () => useSyncExternalStore(subscribe, () => loaded),
  };
}

/** What menus and popovers are made of. The shell fetches it once the first page is there; so does who wants one. */
export const popups = later(() => import('./popupParts'));

interface TriggerProps {
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
  onPointerDown?: () => void;
}

export interface PopupTriggerProps<T> {
  /** What it takes to open it. */
  needs: Later<T>;
  /** The button as it looks; told of its popup by what `children` makes of it. */
  trigger: ReactElement<TriggerProps & Record<string, unknown>>;
  kind: 'menu' | 'dialog';
  children: (
    parts: T,
    props: { button: RefObject<HTMLButtonElement | null>; defaultOpen: boolean },
  ) => ReactNode;
}

/**
 * A button that is there before what it opens: a press that comes too early is kept, and so is the focus when the button
 * changes into the one that the popup knows.
 */
export function PopupTrigger<T>({ needs, trigger, kind, children }: PopupTriggerProps<T>) {
  const parts = needs.use();
  const button = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState(false);
  const focused = useRef(false);
  const ready = parts !== undefined;
  useLayoutEffect(() => {
    if (ready && focused.current) button.current?.focus({ preventScroll: true });
  }, [ready]);
  if (parts !== undefined) return children(parts, { button, defaultOpen: wanted });
  return (
    <Early
      onLeave={(element) => {
        focused.current = element === document.activeElement;
      }}
    >
      {cloneElement(trigger, {
        'aria-haspopup': kind,
        'aria-expanded': false,
        onPointerDown: () => void needs.load().catch(() => undefined),
        onClick: () => {
          setWanted(true);
          void needs.load().catch(() => setWanted(false));
        },
      })}
    </Early>
  );
}

/** Says which element it was just before it goes. */
function Early({
  children,
  onLeave,
}: {
  children: ReactElement<TriggerProps & Record<string, unknown>>;
  onLeave: (element: HTMLButtonElement | null) => void;
}) {
  const element = useRef<HTMLButtonElement>(null);
  const leave = useRef(onLeave);
  useLayoutEffect(() => {
    const shown = element.current;
    return () => leave.current(shown);
  }, []);
  return cloneElement(children, { ref: element });
}
