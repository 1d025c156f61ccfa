import type { PaletteGroup } from "@/components/ui/command-palette";

/** What can be done on the pages that are open, gathered for the palette. Groups stay in the order in which they came. */
export class CommandRegistry {
  private readonly groups = new Map<string, PaletteGroup>();
  private readonly listeners = new Set<() => void>();
  private snapshot: readonly PaletteGroup[] = [];

  /** Adds or replaces the group that `owner` offers. */
  offer(owner: string, group: PaletteGroup): void {
    this.groups.set(owner, group);
    this.update();
  }

  /** Takes back what `owner` offered. */
  withdraw(owner: string): void {
    if (this.groups.delete(owner)) this.update();
  }

  readonly getGroups = (): readonly PaletteGroup[] => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private update(): void {
    const merged = new Map<string, PaletteGroup>();
    for (const { heading, items } of this.groups.values()) merged.set(heading, { heading, items: [...(merged.get(heading)?.items ?? []), ...items] });
    this.snapshot = [...merged.values()];
    for (const listener of this.listeners) listener();
  }
}
