import { describe, expect, it } from "vitest";
import { contentDisposition } from "@/lib/exporters/filename";
import { downloadName } from "./save-file";

describe("the name of a downloaded file", () => {
  it("comes back as the server wrote it", () => {
    for (const name of ["bridge.html", "الجسر.html", 'a "quoted" name.csv', "橋.md"]) expect(downloadName(contentDisposition(name))).toBe(name);
  });

  it("has a name even without a header", () => {
    expect(downloadName(null)).toBe("document");
  });
});
