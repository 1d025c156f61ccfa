import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { expect, it } from "vitest";
import type { TextExporter } from "./exported-file";
import { EXPORT_FORMATS } from "./formats";
import { buildReport } from "./report";
import { sampleSource } from "./sample-source";

it("shows in the documentation a format that works", async () => {
  const [, chapter = ""] = readFileSync("docs/formats.md", "utf8").split("## Adding a format");
  const [example = "", entry = ""] = [...chapter.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  const { code } = await transform(example, { loader: "ts", format: "esm" });
  // What the example exports is what this test is about.
  const { writeStatements } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as { writeStatements: TextExporter };
  const { body } = writeStatements(buildReport(sampleSource()));
  expect(body.split("\n")[0]).toBe("The train journey was about 700 km long.");
  const fields = [...entry.matchAll(/(\w+): /g)].map(([, name = ""]) => name);
  for (const name of fields) expect(Object.keys(EXPORT_FORMATS[0] ?? {})).toContain(name);
});
