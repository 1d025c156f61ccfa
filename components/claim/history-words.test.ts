import { describe, expect, it } from "vitest";
import { changeText, eventSentence, fieldName } from "./history-words";

const members = [{ id: "u1", name: "Sara Rahimi" }];

describe("the words of the history", () => {
  it.each([
    ["state", "in_review", "In review"],
    ["type", "numerical", "Numerical"],
    ["skipReason", "personal_experience", "Personal experience"],
    ["stance", "refutes", "Refutes"],
    ["assigneeId", "u1", "Sara Rahimi"],
    ["assigneeId", "u9", "a former member"],
    ["saidOn", "2019-04-25", "25 Apr 2019"],
    ["state", "unheard-of", "unheard-of"],
    ["speaker", "K. J. U.", "K. J. U."],
    ["state", "", ""],
  ])("say %s %s as %s", (field, value, words) => {
    expect(changeText(field, value, members)).toBe(words);
  });

  it("name fields and events, unknown ones in their own words", () => {
    expect([fieldName("shortForm"), fieldName("statement")]).toEqual(["Short form", "Statement"]);
    expect([eventSentence("claim.ruled"), eventSentence("claim.split_off")]).toEqual(["wrote the ruling", "claim split off"]);
  });
});
