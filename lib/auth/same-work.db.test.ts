import type * as Argon from "@node-rs/argon2";
import { verify } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { askForReset, askForSignIn, askToJoin } from "@/lib/commands/ask-for-link";
import { NO_PASSWORD } from "@/lib/commands/password";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase, queryCounter } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { createMember, runPublic } from "@/prisma/factories";
import { signInByPassword } from "./sign-in";

/* Whether an address has an account must not show in how long an answer takes. What takes long is counted instead of measured: a clock says nothing on a busy machine. */

// The real ones; they are only counted.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon>();
  return { ...real, verify: vi.fn(real.verify) };
});

let prisma: PrismaClient;
let queries: (work: () => Promise<unknown>) => Promise<number>;

beforeAll(async () => {
  const database = await freshDatabase();
  queries = queryCounter(database);
  adoptDatabase(database);
  ({ prisma } = database);
  await createMember(prisma, { email: "known@example.org" });
  const outside = await createMember(prisma, { email: "outside@example.org" });
  await prisma.user.update({ where: { id: outside.userId }, data: { passwordHash: NO_PASSWORD } });
  const suspended = await createMember(prisma, { email: "suspended@example.org" });
  await prisma.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
  env.SMTP_URL = "smtp://localhost:1";
});

beforeEach(() => {
  vi.mocked(verify).mockClear();
});

const ADDRESSES = ["known@example.org", "outside@example.org", "suspended@example.org", "nobody@example.org"];

describe("the same work is done for every address", () => {
  it.each(ADDRESSES)("at signing in by password: %s", async (address) => {
    expect(await signInByPassword(address, "not the password", new Headers(), new Date())).toBeNull();
    expect(vi.mocked(verify)).toHaveBeenCalledTimes(1);
    // Compared with a hash of the usual cost, whoever it is.
    expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    ["a new password", askForReset],
    ["a link to sign in", askForSignIn],
    ["a link to join", askToJoin],
  ])("at asking for %s", async (_, operation) => {
    const counts: number[] = [];
    for (const email of ADDRESSES) counts.push(await queries(() => runPublic(prisma, operation, { email })));
    expect(new Set(counts).size).toBe(1);
    expect(vi.mocked(verify)).not.toHaveBeenCalled();
  });
});
