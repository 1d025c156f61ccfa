import { expect, it } from "vitest";
import { lastThere } from "./focus-trail";

const element = (name: string, { there = true, seen = true, disabled = false } = {}) => ({
  name,
  isConnected: there,
  checkVisibility: () => seen,
  matches: () => disabled,
});

it.each([
  ["the button that was pressed", [element("page"), element("button")], "button"],
  ["what opened the menu whose item is gone", [element("menu button"), element("item", { there: false })], "menu button"],
  ["what is still to be seen", [element("toolbar"), element("hidden", { seen: false })], "toolbar"],
  ["what can be pressed", [element("link"), element("busy", { disabled: true })], "link"],
  ["nothing where nothing is left", [element("item", { there: false })], undefined],
])("the focus goes back to %s", (_, trail, expected) => {
  expect(lastThere(trail)?.name).toBe(expected);
});
