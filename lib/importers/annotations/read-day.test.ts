import { describe, expect, it } from "vitest";
import { readDay, readDayFirst } from "./read-day";

describe("readDay", () => {
  it.each([
    ["2021-03-05", "2021-03-05"],
    ["2021-3-5T23:00:00+02:00", "2021-03-05"],
    ["5.3.2021", "2021-03-05"],
    ["25/03/2021", "2021-03-25"],
    ["03-25-2021", "2021-03-25"],
    ["March 5, 2021", "2021-03-05"],
    ["Sept. 5th 2021", "2021-09-05"],
    ["5 March 2021", "2021-03-05"],
    ["1st of May 2021", "2021-05-01"],
    ["Friday, March 5, 2021", "2021-03-05"],
    ["5-Mar-2021", "2021-03-05"],
    ["2021/03/05", "2021-03-05"],
    ["2021-03-05Z", "2021-03-05"],
    ["2021-03-05+01:00", "2021-03-05"],
    ["05.03.2021 10:00", "2021-03-05"],
    ["Fri Mar 05 2021 10:00:00 GMT+0100", "2021-03-05"],
    ["2021-03-05-07", null],
    ["Fri, 5 Mar 2021 10:00:00 GMT", "2021-03-05"],
    ["05/03/2021", null],
    ["May 1st", null],
    ["March 32, 2021", null],
    ["Marchpane 5, 2021", null],
    ["yesterday", null],
  ])("reads %j as %j", (written, day) => expect(readDay(written)).toBe(day));

  it("takes the day first where the format does", () => expect(readDayFirst("05-03-2021")).toBe("2021-03-05"));
});
