import { describe, expect, it } from "vitest";
import { entriesOf, matchIn } from "./word-list";

describe("a list of words and domains", () => {
  it("is one entry a line", () => {
    expect(entriesOf("  buy   now \n\ncasino\ncasino\n")).toEqual(["buy now", "casino"]);
    expect(matchIn(" \n", "anything")).toBeNull();
  });

  it.each([
    ["casino", "The Casino opened.", "casino"],
    ["casino", "All casinos closed.", null],
    ["casino", "A micasino of sorts.", null],
    ["casino", "(casino)", "casino"],
    ["ＣＡＳＩＮＯ", "a casino", "ＣＡＳＩＮＯ"],
    ["straße", "Die STRASSE ist gesperrt.", "straße"],
    ["café", "Au cafe\u0301, hier.", "café"],
    ["cafe", "Au café, hier.", null],
    ["casino", "ca\u200bsi\u00adno", "casino"],
    ["ΟΔΟΣ", "η οδός και η οδος", "ΟΔΟΣ"],
    ["buy now", "Buy\n now!", "buy now"],
    ["$$$", "win $$$today", "$$$"],
    ["स्पैम", "यह स्पैम है", "स्पैम"],
    ["赌场", "网上赌场开业", "赌场"],
  ])("knows the word %j in %j", (list, text, found) => expect(matchIn(list, text)).toBe(found));

  it.each([
    ["spam.example", "See https://spam.example/buy?x=1", "spam.example"],
    ["spam.example", "See www.shop.SPAM.example.", "spam.example"],
    ["spam.example", "notspam.example is another", null],
    ["spam.example", "spam.example.org is another", null],
    ["https://spam.example/", "spam.example", "https://spam.example/"],
    ["*.spam.example", "https://a:b@deep.spam.example:8080/", "*.spam.example"],
    ["spam.example", "https://sp%61m.example/", "spam.example"],
    ["spam.example", "https://spam。example/", "spam.example"],
    ["bücher.example", "https://xn--bcher-kva.example/", "bücher.example"],
    ["xn--bcher-kva.example", "https://BÜCHER.example/", "xn--bcher-kva.example"],
  ])("knows the domain %j in %j", (list, text, found) => expect(matchIn(list, text)).toBe(found));

  it("says the first entry that is there", () => expect(matchIn("poker\ncasino", "A casino, and poker")).toBe("poker"));

  it("is quick, whatever the text", () => {
    const list = Array.from({ length: 500 }, (_, index) => `word${String(index)}`).join("\n");
    const began = performance.now();
    expect(matchIn(list, "a".repeat(5_000) + "-.".repeat(2_000) + "word".repeat(1_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
