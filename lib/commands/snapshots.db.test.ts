import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { env } from "@/lib/env";
import { tidy } from "@/lib/jobs/housekeeping";
import { getClaim } from "@/lib/queries/claim";
import { listClaimEvents } from "@/lib/queries/history";
import { downloadSnapshot, findQuotes } from "@/lib/queries/snapshots";
import { fillDisk } from "@/lib/storage/full-disk";
import { blobName, keepBlob } from "@/lib/storage/snapshot-files";
import { createClaim, createDocument, createMember, evidenceInput, run } from "@/prisma/factories";
import { addEvidence, trashEvidence, updateEvidence } from "./evidence";
import { addSnapshot, restoreSnapshot, trashSnapshot, type AddSnapshot } from "./snapshots";

let prisma: PrismaClient;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;
let claim: ClaimView;
let evidenceId: string;

const usual = env.DATA_DIR;
const folder = mkdtempSync(path.join(tmpdir(), "snapshots-"));

beforeAll(async () => {
  env.DATA_DIR = folder;
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

afterAll(() => {
  env.DATA_DIR = usual;
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const document = await createDocument(prisma, { actor: editor, title: "The bridge" });
  const { id } = await createClaim(prisma, { actor: editor, document, state: "researching" });
  claim = await run(prisma, reviewer, addEvidence, { ...evidenceInput(id), quote: "Traffic on the bridge doubled last year." });
  evidenceId = claim.evidence.at(-1)?.id ?? "";
});

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const file = (name: string, content: string | Uint8Array) => ({ kind: "file" as const, name, dataBase64: base64(content) });
const paste = (text: string) => ({ kind: "paste" as const, text });
const add = async (content: z.input<typeof AddSnapshot>["content"], actor = reviewer) => run(prisma, actor, addSnapshot, { evidenceId, content });
const snapshotsOf = (view: ClaimView) => view.evidence.find(({ id }) => id === evidenceId)?.snapshots ?? [];
const latest = (view: ClaimView) => snapshotsOf(view).at(-1)?.id ?? "";
const blobs = () => readdirSync(path.join(folder, "snapshots"));
const blobOf = (content: string | Uint8Array) => path.join(folder, "snapshots", blobName(Buffer.from(content)));
/** Makes the file look as if it lay there for two hours. */
const age = (blob: string) => utimesSync(blob, new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000));

describe("a snapshot", () => {
  it("is kept with its evidence, and downloaded as it came", async () => {
    const bytes = Buffer.from("%PDF-1.7\n\xff\xfe bytes", "latin1");
    const after = await add(file("C:\\scans\\Minutes, page 3.png", bytes));
    expect(snapshotsOf(after)).toEqual([
      expect.objectContaining({ filename: "Minutes, page 3.pdf", mediaType: "application/pdf", bytes: bytes.length, sha256: blobName(bytes) }),
    ]);
    const { type, filename, body, foreign } = await downloadSnapshot.run(reader, { snapshotId: latest(after) });
    expect({ type, filename, foreign }).toEqual({ type: "application/pdf", filename: "Minutes, page 3.pdf", foreign: true });
    expect(Buffer.from(body)).toEqual(bytes);
  });

  it("can be pasted words, and says whether the quote stands in them", async () => {
    const after = await add(paste("We looked: Traffic on the bridge\r\ndoubled last year. So it is."));
    expect(snapshotsOf(after)).toEqual([expect.objectContaining({ filename: "Pasted text.txt", mediaType: "text/plain" })]);
    const other = await add(file("page.html", "<html><body><p>Traffic on the bridge tripled last year.</p></body></html>"));
    const third = await add(paste("Something else altogether."));
    expect(await findQuotes.run(reader, { claimId: claim.id })).toEqual([
      { snapshotId: latest(after), found: "exact" },
      { snapshotId: latest(other), found: "changed" },
      { snapshotId: latest(third), found: "missing" },
    ]);
    await run(prisma, reviewer, updateEvidence, { evidenceId, version: 1, quote: "" });
    expect(await findQuotes.run(reader, { claimId: claim.id })).toEqual([]);
  });

  it("lies on the disk once, however often it is kept", async () => {
    const before = await add(paste("The same words."));
    const second = await run(prisma, reviewer, addEvidence, { ...evidenceInput(claim.id), quote: "Another." });
    await run(prisma, reviewer, addSnapshot, { evidenceId: second.evidence.at(-1)?.id ?? "", content: paste("The same words.") });
    expect(blobs().filter((name) => name === snapshotsOf(before)[0]?.sha256)).toHaveLength(1);
    await expect(add(paste("The same words."))).rejects.toEqual(failure("duplicate", /already/));
  });

  it("is taken away and brought back", async () => {
    const snapshotId = latest(await add(paste("Words to take away.")));
    expect(snapshotsOf(await run(prisma, reviewer, trashSnapshot, { snapshotId }))).toEqual([]);
    await expect(downloadSnapshot.run(reviewer, { snapshotId })).rejects.toEqual(failure("not_found"));
    expect(latest(await run(prisma, reviewer, restoreSnapshot, { snapshotId }))).toBe(snapshotId);
    const events = async (actor: Actor) => (await listClaimEvents.run(actor, { claimId: claim.id })).items.map(({ type }) => type);
    expect(await events(reviewer)).toEqual(expect.arrayContaining(["snapshot.added", "snapshot.trashed", "snapshot.restored"]));
    expect(await events(reader)).not.toContain("snapshot.added");
  });

  it("is refused when there are five, also when one comes back", async () => {
    const first = latest(await add(paste("Words number 0.")));
    for (const number of [1, 2, 3, 4]) await add(paste(`Words number ${String(number)}.`));
    await expect(add(paste("One too many."))).rejects.toEqual(failure("invalid", /at most 5/));
    await run(prisma, reviewer, trashSnapshot, { snapshotId: first });
    await add(paste("In its place."));
    await expect(run(prisma, reviewer, restoreSnapshot, { snapshotId: first })).rejects.toEqual(failure("invalid", /at most 5/));
  });

  it("is nothing else than what may be kept, by its bytes", async () => {
    const before = existsSync(path.join(folder, "snapshots")) ? blobs() : [];
    await expect(add(file("page.pdf", "PK\u0003\u0004 a zip"))).rejects.toEqual(failure("invalid", /Choose a PDF/));
    await expect(add(file("empty.txt", ""))).rejects.toEqual(failure("invalid", /Choose a PDF/));
    await expect(add(paste(" \n"))).rejects.toEqual(failure("invalid"));
    await expect(add(file("large.txt", Buffer.alloc(10_000_001, "a")))).rejects.toEqual(failure("too_large", /at most 10 MB/));
    expect(blobs()).toEqual(before);
  });

  it("is added by those who work on claims alone, and seen within the workspace alone", async () => {
    const snapshotId = latest(await add(paste("Words of the desk.")));
    const before = blobs();
    await expect(add(paste("Words of a reader."), reader)).rejects.toEqual(failure("forbidden"));
    await expect(add(paste("Words of a stranger."), stranger)).rejects.toEqual(failure("not_found"));
    expect(blobs()).toEqual(before);
    await expect(run(prisma, reader, trashSnapshot, { snapshotId })).rejects.toEqual(failure("forbidden"));
    await expect(downloadSnapshot.run(stranger, { snapshotId })).rejects.toEqual(failure("not_found"));
    await expect(findQuotes.run(stranger, { claimId: claim.id })).rejects.toEqual(failure("not_found"));
  });

  it("of confidential evidence, or of evidence in the trash, is not there for a reader", async () => {
    const snapshotId = latest(await add(paste("Traffic on the bridge doubled last year.")));
    await run(prisma, reviewer, updateEvidence, { evidenceId, version: 1, confidential: true });
    await expect(downloadSnapshot.run(reader, { snapshotId })).rejects.toEqual(failure("not_found"));
    expect(await findQuotes.run(reader, { claimId: claim.id })).toEqual([]);
    expect(JSON.stringify(await getClaim.run(reader, { claimId: claim.id }))).not.toContain(snapshotId);
    expect((await downloadSnapshot.run(reviewer, { snapshotId })).filename).toBe("Pasted text.txt");
    await run(prisma, reviewer, trashEvidence, { evidenceId });
    await expect(downloadSnapshot.run(reviewer, { snapshotId })).rejects.toEqual(failure("not_found"));
  });

  it("leaves nothing behind when the disk is full, and says so", async () => {
    await add(paste("Before."));
    const before = blobs();
    const free = fillDisk(4);
    try {
      await expect(add(paste("Too much for this disk."))).rejects.toEqual(failure("unavailable", /^The disk of the server is full, and nothing was kept\./));
    } finally {
      free();
    }
    expect(blobs()).toEqual(before);
    expect(await prisma.snapshot.count({ where: { evidenceId } })).toBe(1);
  });

  it("that the disk has changed is not given out as what it was", async () => {
    const snapshotId = latest(await add(paste("Words that rot.")));
    writeFileSync(blobOf("Words that rot."), "Words that rut.");
    await expect(downloadSnapshot.run(reviewer, { snapshotId })).rejects.toEqual(failure("unavailable", /damaged/));
    rmSync(blobOf("Words that rot."));
    await expect(downloadSnapshot.run(reviewer, { snapshotId })).rejects.toEqual(failure("not_found", /backup/));
  });
});

describe("housekeeping", () => {
  const DAY_MS = 86_400_000;

  it("drops files when their last snapshot has been in the trash for 30 days, and not before", async () => {
    const snapshotId = latest(await add(paste("Words for the trash.")));
    await run(prisma, reviewer, trashSnapshot, { snapshotId });
    age(blobOf("Words for the trash."));
    await tidy(new Date(Date.now() + 29 * DAY_MS));
    expect(existsSync(blobOf("Words for the trash."))).toBe(true);
    await tidy(new Date(Date.now() + 31 * DAY_MS));
    expect(existsSync(blobOf("Words for the trash."))).toBe(false);
    expect(await prisma.snapshot.count({ where: { id: snapshotId } })).toBe(0);
  });

  it("drops the snapshots of evidence that is gone for good, and a file once the last of them is", async () => {
    const words = "Words of two.";
    const { evidence } = await run(prisma, reviewer, addEvidence, evidenceInput(claim.id));
    const other = evidence.at(-1)?.id ?? "";
    for (const id of [evidenceId, other]) await run(prisma, reviewer, addSnapshot, { evidenceId: id, content: paste(words) });
    const left = async () => [await prisma.snapshot.count({ where: { sha256: blobName(Buffer.from(words)) } }), existsSync(blobOf(words))];
    age(blobOf(words));
    await run(prisma, reviewer, trashEvidence, { evidenceId });
    await tidy(new Date(Date.now() + 29 * DAY_MS));
    expect(await left()).toEqual([2, true]);
    await tidy(new Date(Date.now() + 31 * DAY_MS));
    expect(await left()).toEqual([1, true]);
    await run(prisma, reviewer, trashEvidence, { evidenceId: other });
    await tidy(new Date(Date.now() + 31 * DAY_MS));
    expect(await left()).toEqual([0, false]);
  });

  it("leaves alone what another snapshot still needs, and what was written an hour ago at most", async () => {
    await add(paste("Needed words."));
    age(blobOf("Needed words."));
    await keepBlob(Buffer.from("Just come in."));
    await keepBlob(Buffer.from("Forgotten."));
    age(blobOf("Forgotten."));
    writeFileSync(path.join(folder, "snapshots", "half.part"), "half");
    age(path.join(folder, "snapshots", "half.part"));
    await tidy(new Date());
    expect(existsSync(blobOf("Needed words."))).toBe(true);
    expect(existsSync(blobOf("Just come in."))).toBe(true);
    expect(existsSync(blobOf("Forgotten."))).toBe(false);
    expect(blobs()).not.toContain("half.part");
  });

  it("is made good for when it took a file between its writing and its snapshot", async () => {
    const input = { evidenceId, content: paste("Words between."), note: "" };
    const prepared = await addSnapshot.prepare(reviewer, input);
    age(blobOf("Words between."));
    await tidy(new Date());
    expect(existsSync(blobOf("Words between."))).toBe(false);
    await prisma.$transaction((tx) => addSnapshot.run({ actor: reviewer, tx, now: new Date() }, input, prepared));
    expect(existsSync(blobOf("Words between."))).toBe(true);
  });

  it("never takes a file from a snapshot that is added meanwhile", async () => {
    // The file is there, old and without a snapshot, whenever one begins to be added: the worst moment to come by.
    for (let round = 0; round < 6; round += 1) {
      const words = `Contested words, round ${String(round)}.`;
      const second = await run(prisma, reviewer, addEvidence, evidenceInput(claim.id));
      const of = second.evidence.at(-1)?.id ?? "";
      const input = { evidenceId: of, content: paste(words), note: "" };
      const prepared = await addSnapshot.prepare(reviewer, input);
      age(blobOf(words));
      await Promise.all([
        tidy(new Date()),
        prisma.$transaction((tx) => addSnapshot.run({ actor: reviewer, tx, now: new Date() }, input, prepared), { maxWait: 10_000, timeout: 20_000 }),
        tidy(new Date()),
      ]);
      expect(existsSync(blobOf(words)), words).toBe(true);
    }
  });
});
