import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Address } from "./address";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(search: string) {
  const written: string[] = [];
  const address = new Address(search, (next) => written.push(next));
  const heard = vi.fn();
  address.subscribe(heard);
  return { address, written, heard };
}

describe("the state in the address", () => {
  it("changes at once, and is written once for a row of steps", () => {
    const { address, written, heard } = begin("show=spotted");
    for (const claim of ["a", "b", "c"]) address.set("claim", claim);
    expect(address.get("claim")).toBe("c");
    expect(heard).toHaveBeenCalledTimes(3);
    expect(written).toEqual([]);
    vi.runAllTimers();
    expect(written).toEqual(["show=spotted&claim=c"]);
  });

  it("stays when the router reports an older step of its own", () => {
    const { address } = begin("");
    address.set("claim", "a");
    vi.runAllTimers();
    address.set("claim", "b");
    address.adopt("claim=a");
    expect(address.get("claim")).toBe("b");
  });

  it("follows an address that came from somewhere else", () => {
    const { address, written, heard } = begin("claim=a");
    address.set("find", "bridge");
    address.adopt("claim=z");
    expect(address.get("claim")).toBe("z");
    expect(address.get("find")).toBeNull();
    expect(heard).toHaveBeenCalledTimes(2);
    vi.runAllTimers();
    expect(written).toEqual([]);
  });

  it("takes out what is empty, and writes nothing when all is as before", () => {
    const { address, written, heard } = begin("claim=a");
    address.set("find", "");
    expect(heard).not.toHaveBeenCalled();
    address.set("claim", null);
    address.set("claim", "a");
    vi.runAllTimers();
    expect(written).toEqual([]);
  });

  it("is written at once when the page is hidden, and not at all when it was left", () => {
    const { address, written } = begin("");
    address.set("claim", "a");
    address.write();
    expect(written).toEqual(["claim=a"]);
    address.set("claim", "b");
    address.leave();
    vi.runAllTimers();
    expect(written).toEqual(["claim=a"]);
  });
});
