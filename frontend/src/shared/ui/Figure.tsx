import { useLayoutEffect, useRef, useState } from 'react';

export interface FigureProps {
  /** The same figure in full and in ever shorter forms: `R$ 119.432,00`, `R$ 119.432`, `R$ 119,4 mil`. */
  forms: readonly string[];
}

/** The first form that has room; the shortest where none has. */
export function fitting(forms: readonly string[], room: number, widthOf: (form: string) => number): number {
  const found = forms.findIndex((form) => widthOf(form) <= room);
  return found < 0 ? forms.length - 1 : found;
}

/**
 * A figure that is never cut: where its full form has no room the next shorter one stands, and the full one is what a
 * pointer and a screen reader are told. A figure with an ellipsis is a wrong figure.
 */
export function Figure({ forms }: FigureProps) {
  const element = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState(0);
  const key = forms.join('|');
  useLayoutEffect(() => {
    const shown = element.current;
    const all = key.split('|');
    if (!shown || all.length < 2) return;
    const measure = () => {
      const probe = document.createElement('span');
      probe.setAttribute('aria-hidden', 'true');
      probe.className = 'invisible absolute whitespace-nowrap';
      shown.append(probe);
      const widthOf = (form: string) => {
        probe.textContent = form;
        return probe.getBoundingClientRect().width;
      };
      const found = fitting(all, shown.getBoundingClientRect().width + 0.5, widthOf);
      probe.remove();
      setAt(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    // The letters of another font are of another width.
    void document.fonts?.ready.then(() => element.current && measure());
    return () => observer.disconnect();
  }, [key]);
  const full = forms[0] ?? '';
  const form = forms[Math.min(at, forms.length - 1)] ?? full;
  return (
    <span
      ref={element}
      data-figure
      title={form === full ? undefined : full}
      className="relative block whitespace-nowrap"
    >
      {form === full ? (
        full
      ) : (
        <>
          <span aria-hidden>{form}</span>
          <span className="sr-only">{full}</span>
        </>
      )}
    </span>
  );
}
