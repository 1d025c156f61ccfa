import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";
import type { ContributionLimit } from "@/lib/domain/contribution-limits";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { stepAside } from "./door";
import { SharedLimiter } from "./shared-limiter";

/** Who is refused for more than so many times does not wait as asked: from then on each refusal keeps the connection for a while, or asking would keep the process. */
const PROMPT_REFUSALS = 20;
const SLOW_MS = 1_000;

const limiter = (points: number, minutes: number): RateLimiterAbstract => new RateLimiterMemory({ points, duration: minutes * 60 });

/** A limit of guesses, and of what floods people: it must hold over all processes, of which there can be several on a PostgreSQL server only. */
const common = (name: LimitName, points: number, minutes: number): RateLimiterAbstract =>
  env.DATABASE_URL ? new SharedLimiter({ name, points, duration: minutes * 60, blockedFrom: points + PROMPT_REFUSALS + 1 }) : limiter(points, minutes);

// On globalThis, because each route bundle loads this module for itself and a limit must count for all of them.
const shared = globalThis as typeof globalThis & { assayLimits?: Record<LimitName, RateLimiterAbstract> };
type LimitName =
  | "signInByAddress"
  | "signInByAccount"
  | "tokenByAddress"
  | "errorReports"
  | "signUps"
  | "refusedSignUps"
  | "mailsTo"
  | "guesses"
  | "reads"
  | "writes"
  | "imports"
  | "exports"
  | "publicPagesMade"
  | ContributionSpan;
type ContributionSpan = "contributionsAMinute" | "contributionsAnHour";

const limits = (shared.assayLimits ??= {
  signInByAddress: common("signInByAddress", 25, 5),
  signInByAccount: common("signInByAccount", 25, 60),
  tokenByAddress: common("tokenByAddress", 25, 30),
  // From readers, whose desk may share their address: they must not keep each other from signing in.
  errorReports: common("errorReports", 25, 30),
  // All tries, so that nobody makes very many at once, and those that were refused.
  signUps: common("signUps", 100, 30),
  refusedSignUps: common("refusedSignUps", 5, 30),
  // Letters to somebody who is not signed in.
  mailsTo: common("mailsTo", 5, 60),
  // Of passwords and codes, by somebody who is in already, or half in. Three codes of a million hold at a time.
  guesses: common("guesses", 10, 30),
  // Somebody who leafs through a long list of claims with a held key reads twenty a second.
  reads: limiter(1500, 1),
  writes: limiter(300, 1),
  imports: limiter(60, 1),
  exports: limiter(30, 1),
  // Only those that are not kept ready: a proxy in between may ask for very many that are.
  publicPagesMade: limiter(600, 1),
  // How many are too many, the workspace says.
  contributionsAMinute: limiter(Number.MAX_SAFE_INTEGER, 1),
  contributionsAnHour: limiter(Number.MAX_SAFE_INTEGER, 60),
});

/** Counts one use. Throws `rate_limited` with the seconds to wait when there were too many. */
export async function countUse(name: LimitName, key: string): Promise<void> {
  const limiter = limits[name];
  try {
    await limiter.consume(key);
  } catch (reason) {
    const refusal = refusalOf(reason);
    if (refusal === null) throw reason;
    // None are said of who is refused without asking the database.
    if (refusal.consumedPoints === 0 || refusal.consumedPoints > limiter.points + PROMPT_REFUSALS) await slowly();
    throw tooMany("Too many requests.", "Wait %s and try again.", refusal.msBeforeNext);
  }
}

/**
 * Counts one try at signing up by what it comes to: five refusals are too many, for a secret that opens nothing or a password that is not right. Who gets in has
 * used up a secret that somebody gave them, and who fills the form in wrongly has learnt nothing: a class that joins in one lesson comes from one address.
 * Throws `rate_limited` with the seconds to wait.
 */
export async function countSignUp<Result>(key: string, signUp: () => Promise<Result>): Promise<Result> {
  await countUse("signUps", key);
  const refused = await limits.refusedSignUps.get(key);
  if (refused !== null && refused.consumedPoints >= limits.refusedSignUps.points)
    throw tooMany("Too many requests.", "Wait %s and try again.", refused.msBeforeNext);
  try {
    return await signUp();
  } catch (error) {
    if (error instanceof AppError && error.code !== "invalid") await limits.refusedSignUps.penalty(key);
    throw error;
  }
}

/** Lets a second go by, for which nobody else waits. */
export function slowly(): Promise<void> {
  stepAside();
  return new Promise((resolve) => setTimeout(resolve, SLOW_MS));
}

/** Counts one contribution. Throws `rate_limited` with the seconds to wait when it is one too many for this role; it is not counted then. */
export async function countContribution(key: string, { minute, hour }: ContributionLimit): Promise<void> {
  const spans = [
    { limiter: limits.contributionsAMinute, most: minute, name: "a minute" },
    { limiter: limits.contributionsAnHour, most: hour, name: "an hour" },
  ];
  for (const { limiter, most, name } of spans) {
    const used = await limiter.get(key);
    if (used !== null && used.consumedPoints >= most)
      throw tooMany(
        `This workspace takes ${String(most)} ${most === 1 ? "contribution" : "contributions"} ${name} of somebody with your role.`,
        "What you wrote is kept; wait %s, and send it again.",
        used.msBeforeNext,
      );
  }
  for (const { limiter } of spans) await limiter.consume(key);
}

/** Takes a contribution back that came to nothing: it was refused for something else. */
export async function forgetContribution(key: string): Promise<void> {
  for (const limiter of [limits.contributionsAMinute, limits.contributionsAnHour]) await limiter.reward(key);
}

/** The refusal, with how long to wait, in milliseconds, where `todo` says %s. */
export function tooMany(what: string, todo: string, wait: number): AppError {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  const long = retryAfter > 120 ? `${String(Math.ceil(retryAfter / 60))} minutes` : retryAfter === 1 ? "a second" : `${String(retryAfter)} seconds`;
  return new AppError("rate_limited", `${what} ${todo.replace("%s", long)}`, { retryAfter });
}

/** What a refusal says. Known by its shape: the limiter may come from another bundle, whose classes are not ours. */
function refusalOf(reason: unknown): { msBeforeNext: number; consumedPoints: number } | null {
  if (typeof reason !== "object" || reason === null || !("msBeforeNext" in reason) || !("consumedPoints" in reason)) return null;
  const { msBeforeNext, consumedPoints } = reason;
  return typeof msBeforeNext === "number" && typeof consumedPoints === "number" ? { msBeforeNext, consumedPoints } : null;
}
