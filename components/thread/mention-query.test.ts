import { describe, expect, it } from "vitest";
import { complete, matching, mentionQuery } from "./mention-query";

const people = [
  { id: "1", name: "Efua Darko" },
  { id: "2", name: "Rana Haddad" },
];

describe("a name being written", () => {
  it.each([
    ["Ask @", { at: 4, words: "" }],
    ["Ask @ef", { at: 4, words: "ef" }],
    ["Ask @Efua D", { at: 4, words: "Efua D" }],
    ["@@r", { at: 1, words: "r" }],
    ["mail@ef", null],
    ["Ask @ ef", null],
    ["@ef\nand", null],
    ["no name", null],
    [`@${"x".repeat(50)}`, null],
  ])("%j", (text, expected) => expect(mentionQuery(text, text.length)).toEqual(expected));

  it("is found by any of its words, until it is whole", () => {
    const names = (words: string) => matching(people, { at: 0, words }, 5).map(({ name }) => name);
    expect(names("")).toEqual(["Efua Darko", "Rana Haddad"]);
    expect(names("da")).toEqual(["Efua Darko"]);
    expect(names("efua d")).toEqual(["Efua Darko"]);
    expect(names("efua darko ")).toEqual([]);
    expect(names("zz")).toEqual([]);
  });

  it("is put in, with one space after it", () => {
    expect(complete("Ask @ef about it", 7, { at: 4, words: "ef" }, "Efua Darko")).toEqual({ text: "Ask @Efua Darko about it", caret: 16 });
  });
});
