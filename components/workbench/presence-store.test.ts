import { describe, expect, it, vi } from "vitest";
import type { Presence } from "@/lib/domain/live";
import { PresenceStore } from "./presence-store";

const sara = { id: "p-sara", name: "Sara" };
const lukas = { id: "p-lukas", name: "Lukas" };
const page = (tab: string, person: Presence["person"], given: Partial<Presence> = {}): Presence => ({
  tab,
  person,
  claimId: null,
  selection: null,
  writing: null,
  ...given,
});

describe("who else is at the document", () => {
  it("is each other person once, with what they look at", () => {
    const store = new PresenceStore("p-me");
    const selection = { revisionId: "r", start: 1, end: 4 };
    store.renew([page("1", sara, { claimId: "c" }), page("2", sara, { claimId: "c" }), page("3", lukas, { selection }), page("4", { id: "p-me", name: "Me" })]);
    const { people, atClaims, selections } = store.getOthers();
    expect(people).toEqual([lukas, sara]);
    expect([...atClaims]).toEqual([["c", [sara]]]);
    expect(selections).toEqual([{ tab: "3", name: "Lukas", ...selection }]);
  });

  it("names the last who began to write somewhere", () => {
    const store = new PresenceStore("p-me");
    const writing = (since: number) => ({ record: "ruling:c", since });
    store.renew([page("1", sara, { writing: writing(9) }), page("2", lukas, { writing: writing(5) })]);
    expect(store.getOthers().writers.get("ruling:c")).toEqual({ ...sara, since: 9 });
  });

  it("follows what is heard, and is silent when nothing changes for the eye", () => {
    const store = new PresenceStore("p-me");
    const heard = vi.fn();
    store.subscribe(heard);
    store.hear({ kind: "presence", documentId: "d", here: [page("1", sara)], gone: [] });
    store.hear({ kind: "presence", documentId: "d", here: [page("2", sara)], gone: ["1"] });
    expect(heard).toHaveBeenCalledTimes(1);
    store.hear({ kind: "presence", documentId: "d", here: [], gone: ["2"] });
    expect(store.getOthers().people).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
