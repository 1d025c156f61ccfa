import { afterEach, expect, it, vi } from "vitest";
import { waitingForNetwork } from "./part";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("waits for the network where there is none, as often as it goes", async () => {
  const network = new EventTarget();
  const navigator = { onLine: false };
  vi.stubGlobal("navigator", navigator);
  vi.stubGlobal("addEventListener", network.addEventListener.bind(network));
  const fetch = vi.fn<() => Promise<string>>().mockRejectedValue(new Error("broken"));
  fetch.mockRejectedValueOnce(new Error("offline")).mockRejectedValueOnce(new Error("offline still")).mockResolvedValueOnce("a part");
  const coming = waitingForNetwork(fetch);
  for (const times of [1, 2]) {
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(times));
    // After the waiting has begun.
    await new Promise(setImmediate);
    network.dispatchEvent(new Event("online"));
  }
  expect(await coming).toBe("a part");
});

it("tries once more where the network may have come back meanwhile, and then fails", async () => {
  vi.stubGlobal("navigator", { onLine: true });
  vi.useFakeTimers();
  const fetch = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("offline a moment ago")).mockResolvedValueOnce("a part");
  const coming = waitingForNetwork(fetch);
  await vi.runAllTimersAsync();
  expect(await coming).toBe("a part");
  fetch.mockRejectedValue(new Error("broken"));
  const failing = expect(waitingForNetwork(fetch)).rejects.toThrow("broken");
  await vi.runAllTimersAsync();
  await failing;
  expect(fetch).toHaveBeenCalledTimes(4);
});
