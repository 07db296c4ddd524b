import { type RefObject, useCallback } from 'react';

const tabbable = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', '[tabindex]']
  .map((kind) => `${kind}:not(:disabled, [tabindex^="-"], [type="hidden"])`)
  .join();

const isShown = (element: Element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;
const holdsStop = (region: HTMLElement) => [...region.querySelectorAll(tabbable)].some(isShown);
// A rounded pixel is nothing to scroll.
const scrolls = (region: HTMLElement) =>
  region.scrollHeight > region.clientHeight + 1 || region.scrollWidth > region.clientWidth + 1;

/**
 * What scrolls and holds nothing to tab to (a list that opens nothing, a long text, boxes that are all disabled) is a stop
 * for the Tab key itself, with a name, so that the arrow keys scroll it; with something to tab to it is none.
 *
 * Give the answer as the `ref` of the element that scrolls.
 *
 * @param label what the region is called; absent: as the dialog or panel that it lies in
 * @param own gets the element as well
 */
export function useScrollRegion(label?: string, own?: RefObject<HTMLElement | null>) {
  return useCallback(
    (region: HTMLElement | null) => {
      if (own) own.current = region;
      if (!region) return;
      let takeBack: (() => void) | null = null;
      const check = () => {
        const next = !holdsStop(region) && scrolls(region);
        if (next === (takeBack !== null)) return;
        takeBack?.();
        takeBack = next ? makeStop(region, label) : null;
      };
      let frame = 0;
      const soon = () => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(check);
      };
      const sizes = new ResizeObserver(soon);
      sizes.observe(region);
      const content = new MutationObserver(soon);
      content.observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['tabindex', 'disabled', 'href', 'style', 'class'],
      });
      soon();
      return () => {
        cancelAnimationFrame(frame);
        sizes.disconnect();
        content.disconnect();
        takeBack?.();
        if (own) own.current = null;
      };
    },
    [label, own],
  );
}

/** Gives back what leaves the element as it was. */
function makeStop(region: HTMLElement, label: string | undefined): () => void {
  const title = region.closest('[role=dialog]')?.getAttribute('aria-labelledby');
  const wanted = {
    tabindex: '0',
    // A list or a landmark stays what it is.
    role: region.localName === 'div' ? 'region' : undefined,
    'aria-label': label,
    'aria-labelledby': label ? undefined : title,
  };
  const before = Object.entries(wanted).flatMap(([name, value]) =>
    value ? [[name, value, region.getAttribute(name)] as const] : [],
  );
  for (const [name, value] of before) region.setAttribute(name, value);
  return () => {
    for (const [name, , value] of before)
      if (value === null) region.removeAttribute(name);
      else region.setAttribute(name, value);
  };
}
