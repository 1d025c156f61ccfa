import { describe, expect, it } from "vitest";
import { CommandRegistry } from "./command-registry";

const item = (id: string) => ({ id, label: id, run: () => undefined });
const idsOf = (registry: CommandRegistry) => registry.getGroups().map((group) => [group.heading, ...group.items.map((each) => each.id)]);

describe("CommandRegistry", () => {
  it("merges groups of one heading, in the order in which they came", () => {
    const registry = new CommandRegistry();
    registry.offer("panel", { heading: "Claim", items: [item("skip")] });
    registry.offer("page", { heading: "Document", items: [item("export")] });
    registry.offer("reader", { heading: "Claim", items: [item("new")] });
    expect(idsOf(registry)).toEqual([
      ["Claim", "skip", "new"],
      ["Document", "export"],
    ]);
  });

  it("replaces what an owner offered before, and forgets what it takes back", () => {
    const registry = new CommandRegistry();
    registry.offer("page", { heading: "Document", items: [item("export")] });
    registry.offer("page", { heading: "Document", items: [item("delete")] });
    expect(idsOf(registry)).toEqual([["Document", "delete"]]);
    registry.withdraw("page");
    expect(idsOf(registry)).toEqual([]);
  });

  it("tells its listeners, and keeps its answer stable in between", () => {
    const registry = new CommandRegistry();
    let told = 0;
    const stop = registry.subscribe(() => (told += 1));
    registry.offer("page", { heading: "Document", items: [] });
    expect(registry.getGroups()).toBe(registry.getGroups());
    stop();
    registry.withdraw("page");
    expect(told).toBe(1);
  });
});
