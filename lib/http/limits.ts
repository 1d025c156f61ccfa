import { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "@/lib/domain/errors";

const limiter = (points: number, minutes: number) => new RateLimiterMemory({ points, duration: minutes * 60 });

// On globalThis, because each route bundle loads this module for itself and a limit must count for all of them.
const shared = globalThis as typeof globalThis & { assayLimits?: Record<LimitName, RateLimiterMemory> };
type LimitName = "signInByAddress" | "signInByAccount" | "tokenByAddress" | "mailsTo" | "reads" | "writes" | "imports";

const limits = (shared.assayLimits ??= {
  signInByAddress: limiter(25, 5),
  signInByAccount: limiter(25, 60),
  tokenByAddress: limiter(25, 30),
  // Letters that somebody asked for without being signed in.
  mailsTo: limiter(5, 60),
  // Somebody who leafs through a long list of claims with a held key reads twenty a second.
  reads: limiter(1500, 1),
  writes: limiter(300, 1),
  imports: limiter(60, 1),
});

/** Counts one use. Throws `rate_limited` with the seconds to wait when there were too many. */
export async function countUse(name: LimitName, key: string): Promise<void> {
  try {
    await limits[name].consume(key);
  } catch (reason) {
    const wait = waitOf(reason);
    if (wait === null) throw reason;
    const retryAfter = Math.max(1, Math.ceil(wait / 1000));
    throw new AppError("rate_limited", `Too many requests. Wait ${retryAfter === 1 ? "a second" : `${String(retryAfter)} seconds`} and try again.`, {
      retryAfter,
    });
  }
}

/** The milliseconds that a refusal names. Known by its shape: the limiter may come from another bundle, whose classes are not ours. */
function waitOf(reason: unknown): number | null {
  const wait = typeof reason === "object" && reason !== null && "msBeforeNext" in reason ? reason.msBeforeNext : null;
  return typeof wait === "number" ? wait : null;
}
