import { expect, it } from "vitest";
import { bringClaims } from "./bring-claims";

it("says why there is nothing in a file of a kind that is known", () => {
  for (const empty of [
    { type: "AnnotationCollection", total: 3 },
    { rows: [], type: "AnnotationPage" },
  ]) {
    const { claims, faults } = bringClaims({ source: JSON.stringify(empty), text: "A text." });
    expect({ claims, faults }).toEqual({
      claims: [],
      faults: [{ row: "The file", field: "source", message: expect.stringContaining("whole file") as string }],
    });
  }
});
