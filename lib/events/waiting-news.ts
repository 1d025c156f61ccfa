import type { WaitingMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import type { Follower } from "./topic";

/** What waits for a person, as far as they may know of it. */
export type ReadWaiting = (viewer: Actor) => Promise<WaitingMessage>;

/**
 * Tells people what waits for them, whenever that is another than they were told. That something was written of which they may not know yet, changes nothing
 * of it, and so nobody is told that anything happened.
 */
export class WaitingNews {
  /** What each was told last. */
  private readonly told = new Map<Follower, string>();
  private readonly knocked = new Set<string>();
  private readonly read: ReadWaiting;
  private readonly failed: (error: unknown) => void;
  private running = false;

  constructor(read: ReadWaiting, failed: (error: unknown) => void) {
    this.read = read;
    this.failed = failed;
  }

  join(follower: Follower): void {
    this.told.set(follower, "");
    this.knock(follower.viewer.userId);
  }

  leave(follower: Follower): void {
    this.told.delete(follower);
  }

  /** Something may have changed for this person; for all of them without one. */
  knock(userId?: string): void {
    for (const { viewer } of this.told.keys()) if (userId === undefined || viewer.userId === userId) this.knocked.add(viewer.userId);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (const userId of this.knocked) {
      // Whoever knocks while this is read is looked at again.
      this.knocked.delete(userId);
      // After a failure the next knock, at the latest that of a later beat, tries again.
      await this.tell(userId).catch(this.failed);
    }
    this.running = false;
  }

  private async tell(userId: string): Promise<void> {
    const messages = new Map<string, WaitingMessage>();
    for (const [follower] of [...this.told].filter(([{ viewer }]) => viewer.userId === userId)) {
      const { workspaceId, role } = follower.viewer;
      const key = `${workspaceId} ${role}`;
      const message = messages.get(key) ?? (await this.read(follower.viewer));
      messages.set(key, message);
      const said = JSON.stringify(message);
      if (this.told.get(follower) === said || !this.told.has(follower)) continue;
      this.told.set(follower, said);
      follower.send(message);
    }
  }
}
