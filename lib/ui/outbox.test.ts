import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api";
import { Outbox, type Unsent, type UnsentStore, type Write } from "./outbox";

/** What the network does with the next requests; then it works. */
type Fault = "no network" | "answer lost" | "busy" | { status: number; problem: object };

/** A server behind a bad network, in place of fetch: it does a thing once, however often it is asked under one key. */
function server() {
  const faults: Fault[] = [];
  const done: string[] = [];
  const keys = new Set<string>();
  vi.stubGlobal("fetch", (path: string, { method, headers }: RequestInit) => {
    const fault = faults.shift();
    if (fault === "no network") return Promise.reject(new TypeError("Failed to fetch"));
    if (fault === "busy") return Promise.resolve(new Response("<h1>Busy</h1>", { status: 503 }));
    if (typeof fault === "object") return Promise.resolve(Response.json(fault.problem, { status: fault.status }));
    const key = new Headers(headers).get("Idempotency-Key") ?? "";
    if (!keys.has(key)) done.push(`${method ?? ""} ${path}`);
    keys.add(key);
    return fault === "answer lost" ? Promise.reject(new TypeError("Failed to fetch")) : Promise.resolve(Response.json({ did: path }));
  });
  return { faults, done };
}

function device(): UnsentStore & { kept: Map<string, Unsent>; forgotten: string[] } {
  const kept = new Map<string, Unsent>();
  const forgotten: string[] = [];
  return {
    kept,
    forgotten,
    keep: (write) => Promise.resolve(void kept.set(write.idempotencyKey, write)),
    forget: (write, done) => {
      kept.delete(write.idempotencyKey);
      if (done) forgotten.push(...(write.drafts ?? []));
      return Promise.resolve();
    },
    all: () => Promise.resolve([...kept.values()].reverse()),
  };
}

const write = (path: string, body: unknown = {}): Write => ({ method: "POST", path, body, about: path });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("Outbox", () => {
  it("sends at once while there is a network, and keeps nothing", async () => {
    const { done } = server();
    const store = device();
    const outbox = new Outbox(store);
    expect(await outbox.queued(write("/a"))).toEqual({ did: "/api/v1/a" });
    expect(done).toEqual(["POST /api/v1/a"]);
    expect([outbox.getWaiting(), store.kept.size]).toEqual([0, 0]);
  });

  it("keeps what was done while there is none, says how much, and sends it in order when it is back", async () => {
    const { faults, done } = server();
    const store = device();
    const outbox = new Outbox(store);
    faults.push("no network", "no network", "busy");
    const all = Promise.all(["/a", "/b", "/c"].map((path) => outbox.queued(write(path))));
    await vi.advanceTimersByTimeAsync(0);
    expect([outbox.getWaiting(), store.kept.size, done]).toEqual([3, 3, []]);
    outbox.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    await all;
    expect(done).toEqual(["POST /api/v1/a", "POST /api/v1/b", "POST /api/v1/c"]);
    expect([outbox.getWaiting(), store.kept.size]).toEqual([0, 0]);
  });

  it("repeats a write whose answer was lost with its key: it is done once", async () => {
    const { faults, done } = server();
    const outbox = new Outbox(device());
    faults.push("answer lost");
    const answer = outbox.queued(write("/a"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ did: "/api/v1/a" });
    expect(done).toEqual(["POST /api/v1/a"]);
  });

  it("lets the draft of what the server took be forgotten, and keeps that of what it refused", async () => {
    const { faults } = server();
    const store = device();
    const outbox = new Outbox(store);
    await outbox.queued({ ...write("/a"), drafts: ["draft of a"] });
    faults.push({ status: 403, problem: { code: "forbidden", detail: "Not allowed." } });
    await expect(outbox.queued({ ...write("/b"), drafts: ["draft of b"] })).rejects.toThrow("Not allowed.");
    expect(store.forgotten).toEqual(["draft of a"]);
  });

  it("gives a refusal to whoever asked, and goes on with the rest", async () => {
    const { faults } = server();
    const store = device();
    const outbox = new Outbox(store);
    faults.push({ status: 403, problem: { code: "forbidden", detail: "Not allowed." } });
    const [refused, sent] = await Promise.allSettled([outbox.queued(write("/a")), outbox.queued(write("/b"))]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "forbidden", message: "Not allowed." } });
    expect(sent).toMatchObject({ status: "fulfilled" });
    expect(store.kept.size).toBe(0);
  });

  it("leaves a write that its owner repeats on this device until it has a certain answer", async () => {
    const { faults } = server();
    const store = device();
    const outbox = new Outbox(store);
    const direct = () => outbox.direct({ ...write("/a"), idempotencyKey: "the same each time" });
    faults.push("no network", "answer lost");
    await expect(direct()).rejects.toMatchObject({ code: "offline" });
    await expect(direct()).rejects.toMatchObject({ code: "offline" });
    expect([store.kept.size, outbox.getWaiting()]).toEqual([1, 0]);
    await direct();
    expect(store.kept.size).toBe(0);
  });

  it("sends what a closed page left, in order, but not what another one is about to send", async () => {
    const { done } = server();
    const store = device();
    for (const [tab, at] of [
      ["gone", 2],
      ["gone", 1],
      ["here", 0],
    ] as const)
      await store.keep({ ...write(`/${tab}/${String(at)}`), idempotencyKey: `key ${tab} ${String(at)}`, at, tab });
    expect(await new Outbox(store).takeOver(() => Promise.resolve((tab) => tab === "here"))).toEqual([]);
    expect(done).toEqual(["POST /api/v1/gone/1", "POST /api/v1/gone/2"]);
    expect([...store.kept.values()].map(({ tab }) => tab)).toEqual(["here"]);
  });

  it("leaves what was written in another workspace until that is open again", async () => {
    const { done } = server();
    const store = device();
    await store.keep({ ...write("/there"), idempotencyKey: "key of there", at: 1, tab: "gone", workspace: "another" });
    await store.keep({ ...write("/before"), idempotencyKey: "key of before", at: 2, tab: "gone" });
    expect(await new Outbox(store).takeOver(() => Promise.resolve(() => false))).toEqual([]);
    expect(done).toEqual(["POST /api/v1/before"]);
    expect([...store.kept.values()].map(({ path }) => path)).toEqual(["/there"]);
  });

  it("holds what is refused because the session is in another workspace, and sends it when it is back", async () => {
    const { faults, done } = server();
    const store = device();
    const outbox = new Outbox(store);
    faults.push({ status: 409, problem: { code: "elsewhere", detail: "Another workspace" } });
    const sent = outbox.queued(write("/a"));
    await vi.advanceTimersByTimeAsync(0);
    expect([done, outbox.getWaiting(), store.kept.size]).toEqual([[], 1, 1]);
    outbox.retry();
    await expect(sent).resolves.toEqual({ did: "/api/v1/a" });
    expect([outbox.getWaiting(), store.kept.size]).toEqual([0, 0]);
  });

  it("leaves alone what a page writes in the moment when it is looked for", async () => {
    const { done } = server();
    const store = device();
    const here = new Set<string>();
    const all = async () => {
      const before = await store.all();
      // Another page comes to life just then: it says that it is there, and writes.
      here.add("new");
      await store.keep({ ...write("/new"), idempotencyKey: "key of the new one", at: 1, tab: "new" });
      return [...before, ...(await store.all())];
    };
    await new Outbox({ ...store, all }).takeOver(() => Promise.resolve((tab) => here.has(tab)));
    expect(done).toEqual([]);
  });

  it.each([
    ["says when it was refused", "Theirs", 1],
    ["but not when it stands there already", "Mine", 0],
  ])("%s", async (_, statement, told) => {
    const { faults } = server();
    const store = device();
    await store.keep({ ...write("/claims/c", { version: 1, statement: "Mine" }), idempotencyKey: "the key of it", at: 1, tab: "gone" });
    faults.push({ status: 409, problem: { code: "conflict", detail: "Changed meanwhile", current: { version: 2, statement } } });
    const refused = await new Outbox(store).takeOver(() => Promise.resolve(() => false));
    expect(refused).toHaveLength(told);
    for (const { error } of refused) expect(error).toBeInstanceOf(ApiError);
    expect(store.kept.size).toBe(0);
  });

  it("forgets everything when it is told to", async () => {
    const { faults } = server();
    const outbox = new Outbox(device());
    faults.push("no network");
    void outbox.queued(write("/a"));
    await vi.advanceTimersByTimeAsync(0);
    outbox.discard();
    expect([outbox.getWaiting(), outbox.unanswered]).toEqual([0, 0]);
  });
});
