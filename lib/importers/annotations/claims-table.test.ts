import { describe, expect, it } from "vitest";
import { first, quote, read } from "./test-reading";

describe("a table of claims", () => {
  it.each([",", ";", "\t", "|"])("is read whatever parts its cells: %j", (delimiter) => {
    const table = [
      ["Quote", "Claim", "Said on", "Tags", "Source URL", "Stance"],
      ["the tolls doubled", '"Tolls; doubled, | said he"', "06.05.2022", "tolls", "https://city.example/", "Refuted"],
    ].map((cells) => cells.join(delimiter));
    expect(first(`\ufeff${table.join("\r\n")}`)).toMatchObject({
      ...{ row: "Row 2", quotes: [quote("the tolls doubled")], statement: "Tolls; doubled, | said he", saidOn: "2022-05-06" },
      sources: [{ url: "https://city.example/", stance: "refutes" }],
    });
  });

  it("may say in its first line what parts its cells, as Excel writes it", () => {
    for (const line of ["\ufeffsep=;", "sep=;;", "\nsep=;"])
      expect(first(`${line}\r\nquote;Rating\r\nthe tolls, doubled;Mostly false\r\n`)).toMatchObject({
        ...{ row: "Row 2", quotes: [quote("the tolls, doubled")], verdict: "Mostly false" },
      });
  });

  it("may begin with what looks like a page", () => {
    expect(read("<b>quote</b>,claim\nx,y").format).toBe("table");
  });

  it("names the row and the field of what it cannot take, and goes on", () => {
    const { claims, faults } = read(`quote,said_on,source_url,stance
a,01/02/2020,javascript:alert(1),supports
b,2020-13-40,https://ok.example/,perhaps
,2020-01-01,,`);
    expect(claims.map(({ quotes, saidOn }) => [quotes[0]?.exact, saidOn])).toEqual([
      ["a", null],
      ["b", null],
      [undefined, "2020-01-01"],
    ]);
    expect(faults.map(({ row, field }) => `${row} ${field}`)).toEqual(["Row 2 said_on", "Row 2 source_url", "Row 3 said_on", "Row 3 stance"]);
  });

  it("says what columns it found when none is known", () => {
    expect(read("one,two\n1,2").faults[0]?.message).toContain("Found: one, two");
  });

  it("names the columns that are not read, unless nothing stands in them", () => {
    const { claims, faults } = read("quote,Colour,note,speaker,claimant,empty,Mood of it\na,red,b,Ann,Ben,,\nc,,,,,,good");
    expect(claims).toMatchObject([{ speaker: "Ann", notes: ["b"] }, {}]);
    expect(faults).toEqual([{ row: "Row 1", field: "columns", message: "Not read: colour, claimant, mood_of_it." }]);
  });

  it("finds a claim by its statement where there is no quote", () => {
    expect(first("claim\nIt rains.")).toMatchObject({ statement: "It rains.", quotes: [quote("It rains.")] });
  });
});
