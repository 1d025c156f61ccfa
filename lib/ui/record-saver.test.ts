import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api";
import { statusOf, type Snapshot } from "./autosave";
import { RecordSaver, type SaveRequest } from "./record-saver";
import { Outbox } from "./outbox";
import { SaveRegistry } from "./save-registry";

const record = (version: number, text: string): Snapshot => ({ version, fields: { text } });
const owner = { personId: "p1", record: "claim:c1" };

/** A server with one record, whose next answers can be replaced by failures. */
function serverWith(text: string) {
  let current = record(1, text);
  const requests: SaveRequest[] = [];
  const faults: (() => ApiError)[] = [];
  const seen = new Set<string>();
  const save = (request: SaveRequest): Promise<Snapshot> => {
    requests.push(request);
    if (!seen.has(request.idempotencyKey) && request.version !== current.version) {
      return Promise.reject(new ApiError("conflict", "Changed meanwhile", { status: 409, current }));
    }
    if (!seen.has(request.idempotencyKey)) current = { version: (current.version ?? 0) + 1, fields: { ...current.fields, ...request.changes } };
    seen.add(request.idempotencyKey);
    const fault = faults.shift();
    return fault ? Promise.reject(fault()) : Promise.resolve(current);
  };
  const saver = new RecordSaver(owner, current, { autosaves: () => true, save, readCurrent: () => current });
  return { saver, requests, faults, current: () => current, change: (changed: string) => (current = record((current.version ?? 0) + 1, changed)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("RecordSaver", () => {
  it("saves once after a pause in typing", async () => {
    const { saver, requests } = serverWith("A");
    saver.edit("text", "AB");
    await vi.advanceTimersByTimeAsync(300);
    saver.edit("text", "ABC");
    await vi.advanceTimersByTimeAsync(599);
    expect(requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests.map((request) => request.changes)).toEqual([{ text: "ABC" }]);
    expect(statusOf(saver.getState())).toBe("saved");
  });

  it("repeats a request whose answer was lost as it was, with its key, and sends later words after it", async () => {
    const { saver, requests, faults, current } = serverWith("A");
    faults.push(() => new ApiError("offline", "The server cannot be reached.", { status: 0 }));
    saver.edit("text", "B");
    await saver.submit();
    expect(statusOf(saver.getState())).toBe("offline");
    saver.edit("text", "B and more");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(requests.map((request) => request.changes.text)).toEqual(["B", "B", "B and more"]);
    expect(requests[0]?.idempotencyKey).toBe(requests[1]?.idempotencyKey);
    expect(requests[2]?.idempotencyKey).not.toBe(requests[1]?.idempotencyKey);
    expect(current()).toEqual(record(3, "B and more"));
    expect(statusOf(saver.getState())).toBe("saved");
  });

  it("rebases in silence on a change elsewhere", async () => {
    const { saver, change, current } = serverWith("A");
    change("A");
    saver.edit("text", "B");
    expect(await saver.submit()).toBe(true);
    expect(current()).toEqual(record(3, "B"));
  });

  it("asks when both changed the text, and sends what was settled", async () => {
    const { saver, change, current } = serverWith("A");
    change("C");
    saver.edit("text", "B");
    expect(await saver.submit()).toBe(false);
    expect(saver.getState().conflicts).toEqual({ text: "C" });
    expect(saver.getState().values.text).toBe("B");
    saver.resolve("text", "B and C");
    await vi.advanceTimersByTimeAsync(600);
    expect(current().fields.text).toBe("B and C");
  });

  it("is saved once theirs is taken, also when their text came by the stream before the answer to mine", async () => {
    const { saver, change } = serverWith("A");
    const theirs = change("C");
    saver.edit("text", "B");
    const saving = saver.submit();
    saver.receive(theirs);
    await saving;
    expect(statusOf(saver.getState())).toBe("conflict");
    saver.resolve("text", "C");
    expect(statusOf(saver.getState())).toBe("saved");
  });

  it("does not repeat what the server refused for good", async () => {
    const { saver, requests, faults } = serverWith("A");
    faults.push(() => new ApiError("forbidden", "Not allowed.", { status: 403 }));
    saver.edit("text", "B");
    await saver.submit();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(requests).toHaveLength(1);
    expect(saver.getState()).toMatchObject({ phase: "failed", failure: "Not allowed.", values: { text: "B" } });
  });
});

describe("a form that does something", () => {
  function acting() {
    const server = serverWith("A");
    const requests: SaveRequest[] = [];
    let fault: ApiError | null = null;
    const save = (request: SaveRequest): Promise<Snapshot> => {
      requests.push(request);
      return fault ? Promise.reject(fault) : Promise.resolve(record(2, "B"));
    };
    const saver = new RecordSaver(owner, server.current(), { autosaves: () => false, acts: true, save, readCurrent: (current) => current as Snapshot });
    return { saver, requests, fail: (next: ApiError | null) => (fault = next) };
  }

  it("is sent with no field touched, once for each time that it is meant", async () => {
    const { saver, requests } = acting();
    expect(await saver.submit()).toBe(true);
    expect(await saver.submit()).toBe(true);
    expect(requests.map(({ values, changes }) => [values, changes])).toEqual([
      [{ text: "A" }, {}],
      [{ text: "B" }, {}],
    ]);
    expect(requests[0]?.idempotencyKey).not.toBe(requests[1]?.idempotencyKey);
  });

  it("is not done, and not said to be, when something else changed meanwhile or a field is refused", async () => {
    const { saver, requests, fail } = acting();
    fail(new ApiError("conflict", "Look again.", { status: 409, current: record(2, "B") }));
    expect(await saver.submit()).toBe(false);
    expect([requests.length, saver.getState().failure, saver.getState().values]).toEqual([1, "Look again.", { text: "B" }]);
    fail(new ApiError("invalid", "Not so.", { status: 422, fields: [{ field: "text", message: "Say more." }] }));
    expect(await saver.submit()).toBe(false);
    // Nobody has mended it.
    expect(await saver.submit()).toBe(false);
    expect(requests).toHaveLength(2);
    fail(null);
    saver.edit("text", "More");
    // Sent once, although the answer has other words.
    await saver.submit();
    expect(requests).toHaveLength(3);
  });
});

describe("SaveRegistry", () => {
  it("says the worst of all records, and keeps one that nobody shows until it is saved", async () => {
    const registry = new SaveRegistry(new Outbox({ keep: () => Promise.resolve(), forget: () => Promise.resolve(), all: () => Promise.resolve([]) }));
    const { saver, faults } = serverWith("A");
    const letGo = registry.hold(owner.record, saver);
    faults.push(() => new ApiError("unavailable", "Busy.", { status: 503 }));
    saver.edit("text", "B");
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(registry.getSummary()).toEqual({ status: "failed", waiting: 1 });
    expect(registry.find(owner.record)).toBe(saver);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(registry.getSummary()).toEqual({ status: "saved", waiting: 0 });
    expect(registry.find(owner.record)).toBeUndefined();
  });
});
