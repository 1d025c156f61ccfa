import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LatestFew } from "./latest-few";

const shown = (count: number) => {
  const items = Array.from({ length: count }, (_, index) => <li key={index}>{`Version ${String(count - index)}`}</li>);
  return renderToStaticMarkup(<LatestFew items={items} noun="versions" className="grid" />);
};

it("begins with five, and offers the others", () => {
  expect(shown(9).match(/Version \d/g)).toEqual(["Version 9", "Version 8", "Version 7", "Version 6", "Version 5"]);
  expect(shown(9)).toContain("Show all 9 versions");
});

it("offers nothing where five are all", () => {
  expect(shown(5).match(/Version \d/g)).toHaveLength(5);
  expect(shown(5)).not.toContain("Show all");
});
