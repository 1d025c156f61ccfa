import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { readArchive } from "@/lib/importers/bundle-archive";
import { checkBundle } from "@/lib/importers/bundle-check";
import { writeBundle } from "./bundle";
import { EXPORT_FORMATS } from "./formats";
import { writeMarkdown } from "./markdown";
import { buildReport } from "./report";
import { sampleSource } from "./sample-source";

const formats = [{ key: "markdown", name: "Markdown", write: writeMarkdown }];
const bundle = async () => (await writeBundle(buildReport(sampleSource()), formats)).body;
const checked = async (bytes: Uint8Array) => checkBundle(await readArchive(bytes));
/** The bundle with some of its files changed; null takes one away. */
async function changed(files: Record<string, Uint8Array | null>): Promise<Uint8Array> {
  const all = { ...unzipSync(await bundle()), ...files };
  return zipSync(Object.fromEntries(Object.entries(all).flatMap(([name, body]) => (body ? [[name, body]] : []))));
}

describe("writeBundle", () => {
  it("is whole, and says what is in it", async () => {
    const { manifest, faults } = await checked(await bundle());
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({ audience: "reader", whole: false, document: { id: "doc-1" } });
    expect(Object.keys(manifest?.files ?? {})).toEqual(["README.md", "exports/markdown.md", "report.json"]);
  });

  it("has the same bytes for the same report", async () => {
    expect(await bundle()).toEqual(await bundle());
  });

  it("holds every other format", async () => {
    const write = EXPORT_FORMATS.find(({ key }) => key === "bundle")?.write;
    const body = (await write?.(buildReport(sampleSource())))?.body;
    const names = typeof body === "object" ? Object.keys(unzipSync(body)) : [];
    for (const { key } of EXPORT_FORMATS)
      if (key !== "bundle")
        expect(
          names.some((name) => name.startsWith(`exports/${key}.`)),
          key,
        ).toBe(true);
  });

  it("carries the records only where nothing is left out", () => {
    const records = { document: {} as never, history: [] }; // what is in it does not matter here
    const whole = { audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true } as const;
    const source = { ...sampleSource(), records };
    expect(buildReport(source, whole).records).toBe(records);
    for (const less of [{ audience: "reader" }, { confidential: false }, { assessments: false }, { states: ["approved"] }] as const)
      expect(buildReport(source, { ...whole, ...less }).records).toBeNull();
  });
});

describe("a bundle that was tampered with", () => {
  it("is told by what was changed, taken away or added", async () => {
    const { faults } = await checked(await changed({ "README.md": strToU8("Other words."), "report.json": null, "more.txt": strToU8("more") }));
    expect(faults).toHaveLength(3);
    expect(faults.join("\n")).toMatch(/README\.md: .*bytes[^]*report\.json: missing[^]*more\.txt: not in the manifest/);
  });

  it("is told by its hash when the size is the same", async () => {
    const readme = unzipSync(await bundle())["README.md"];
    if (!readme) throw new Error("There is a README.");
    readme[0] = 0x40;
    expect((await checked(await changed({ "README.md": readme }))).faults).toEqual(["README.md: its SHA-256 is not the one in the manifest."]);
  });

  it.each(["../evil.txt", "/etc/passwd", "a\\..\\b", "C:/x", "a//b", "exports/../../x"])("never leads out of the archive: %s", async (name) => {
    const archive = await readArchive(await changed({ [name]: strToU8("x") }));
    expect(archive.files.has(name)).toBe(false);
    expect(archive.faults).toHaveLength(1);
  });

  it("is told by the command, as what is whole is", { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "bundle-"));
    const verify = (bytes: Uint8Array) => {
      const file = path.join(folder, "bundle.zip");
      writeFileSync(file, bytes);
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/verify-bundle.ts", file], { encoding: "utf8" });
      return { status, stdout: stdout.trim(), stderr: stderr.trim() };
    };
    try {
      expect(verify(await bundle())).toEqual({
        status: 0,
        stdout: expect.stringMatching(/bundle\.zip: whole\. “.+”, made .+, 3 files\.$/) as string,
        stderr: "",
      });
      expect(verify(await changed({ "report.json": null }))).toEqual({
        status: 1,
        stdout: "",
        stderr: expect.stringMatching(/^report\.json: missing/) as string,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("names the version that it cannot read", async () => {
    const manifest = strToU8(JSON.stringify({ format: "assay-bundle", version: 99 }));
    expect((await checked(await changed({ "manifest.json": manifest }))).faults.join()).toContain("version");
    expect((await checked(await changed({ "manifest.json": strToU8("{") }))).faults.join()).toContain("not the manifest");
    expect((await checked(await changed({ "manifest.json": null }))).faults.join()).toContain("missing");
  });

  it("stops at too many files and at what is cut off", async () => {
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`${index}.txt`, new Uint8Array(1)]));
    await expect(readArchive(zipSync(many))).rejects.toThrow("more than 2000 files");
    const whole = await bundle();
    await expect(readArchive(whole.subarray(0, whole.length / 3))).rejects.toThrow("damaged");
    await expect(readArchive(strToU8("no zip"))).rejects.toThrow("not a zip");
  });
});
