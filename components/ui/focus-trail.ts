/** How many elements are remembered: more than a menu has items, over which the focus may go on its way to a window. */
const REMEMBERED = 60;

let trail: readonly HTMLElement[] = [];

/** Remembers that this element has the focus now; what has left the page is forgotten. */
function remember(element: EventTarget | null): void {
  if (!(element instanceof HTMLElement) || element === document.body) return;
  const latest = [openerOf(element), element].filter((each) => each !== null);
  trail = [...trail.filter((each) => !latest.includes(each) && each.isConnected), ...latest].slice(-REMEMBERED);
}

/** The button of the menu that this is in: pressed by a pointer it opens the menu without taking the focus. */
function openerOf(element: HTMLElement): HTMLElement | null {
  const name = element.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const opener = name ? document.getElementById(name) : null;
  return opener instanceof HTMLButtonElement ? opener : null;
}

/** Whoever pressed where nothing takes the focus has left everything; what only went from the page, such as a menu's item, was not left. */
function leave(element: EventTarget | null): void {
  if (element instanceof HTMLElement && element.isConnected && document.activeElement === document.body && document.hasFocus()) trail = [];
}

if (typeof document !== "undefined") {
  remember(document.activeElement);
  document.addEventListener("focusin", ({ target }) => remember(target));
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget === null) setTimeout(() => leave(target));
  });
}

/** The elements that had the focus until now, the latest last. */
export const focusTrail = (): readonly HTMLElement[] => trail;

/** The latest of these that can still take the focus: a menu's item is gone with its menu, and then it is what opened the menu. */
export function lastThere<Each extends { isConnected: boolean; checkVisibility: () => boolean; matches: (selector: string) => boolean }>(
  elements: readonly Each[],
): Each | undefined {
  return elements.findLast((each) => each.isConnected && each.checkVisibility() && !each.matches(":disabled"));
}
