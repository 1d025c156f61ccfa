import { sealEvents } from "@/lib/events/seal";
import { again } from "./again";

/** How long an event waits for its seal at most, in milliseconds. */
const EVERY_MS = 5_000;

/** Seals the log while the process lives. */
export function startSealing(report: (error: unknown) => void): void {
  again("sealing the log", EVERY_MS, sealEvents, report);
}
