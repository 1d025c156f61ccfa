/** Names the lock that a tab holds for as long as it is there. */
export const tabLock = (tab: string) => `assay-tab-${tab}`;

const held = new Map<string, { taken: Promise<void>; release: () => void }>();

/** Holds the tab's lock, so that no other tab sends what this one has not sent yet; resolves once it is held. Without locks in the browser it does nothing. */
export function holdTab(tab: string): Promise<void> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return Promise.resolve();
  const known = held.get(tab);
  if (known) return known.taken;
  let release: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (release = resolve));
  const taken = new Promise<void>((resolve) => {
    void navigator.locks.request(tabLock(tab), () => {
      resolve();
      return end;
    });
  });
  held.set(tab, { taken, release });
  return taken;
}

/** Gives the lock up: what the tab has not sent is for others to send. */
export function releaseTab(tab: string): void {
  held.get(tab)?.release();
  held.delete(tab);
}
