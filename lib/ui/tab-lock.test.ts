import { afterEach, expect, it, vi } from "vitest";
import { holdTab, releaseTab, tabLock } from "./tab-lock";

afterEach(() => vi.unstubAllGlobals());

it("holds one lock for a tab, from the first asking until it is released", async () => {
  const held: string[] = [];
  const request = async (name: string, work: () => Promise<void>) => {
    await Promise.resolve();
    held.push(name);
    await work();
    held.splice(held.indexOf(name), 1);
  };
  vi.stubGlobal("navigator", { locks: { request } });
  await Promise.all([holdTab("a"), holdTab("a"), holdTab("b")]);
  expect(held).toEqual([tabLock("a"), tabLock("b")]);
  releaseTab("a");
  await vi.waitFor(() => expect(held).toEqual([tabLock("b")]));
  await holdTab("a");
  expect(held).toContain(tabLock("a"));
});

it("does nothing in a browser without locks", async () => {
  vi.stubGlobal("navigator", {});
  await holdTab("c");
  releaseTab("c");
});
