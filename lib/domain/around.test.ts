import { expect, it } from "vitest";
import { firstWords, lastWords } from "./around";

it("keeps whole words around a place, and says where there is more", () => {
  expect(lastWords("They are not asked. ", 18)).toBe("… are not asked. ");
  expect(firstWords(". They pay a rent", 15)).toBe(". They pay a …");
  expect([lastWords("short", 16), firstWords("short", 16)]).toEqual(["short", "short"]);
  expect(lastWords("橋は一九三二年に開通した。", 6)).toBe("… に開通した。");
});
