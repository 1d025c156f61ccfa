import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { FileResult } from "@/lib/commands/command";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { readPdf } from "@/lib/exporters/read-back";
import { tidy } from "@/lib/jobs/housekeeping";
import { exportDocument, exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { downloadExport, getExport, listExports } from "@/lib/queries/export-jobs";
import { fillDisk } from "@/lib/storage/full-disk";
import { createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";
import { changeRole } from "./change-role";
import { endExport, repeatExport, startExport } from "./export-jobs";
import { makeNextExport } from "./make-exports";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let document: MadeDocument;

const usual = env.DATA_DIR;
const folder = mkdtempSync(path.join(tmpdir(), "exports-"));

beforeAll(async () => {
  env.DATA_DIR = folder;
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

afterAll(() => {
  env.DATA_DIR = usual;
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await prisma.exportJob.deleteMany();
  admin = await createMember(prisma, { role: "admin" });
  editor = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
  document = await createDocument(prisma, { actor: editor, title: "The old bridge" });
  await createClaim(prisma, { actor: editor, document, quote: "Engineers disagreed", state: "approved" });
});

type Wishes = Partial<z.input<typeof ExportDocument>>;

const start = async (actor: Actor, wishes: Wishes = {}) => run(prisma, actor, startExport, { documentId: document.id, format: "pdf", ...wishes });
const bytesOf = ({ body }: FileResult) => (typeof body === "string" ? new TextEncoder().encode(body) : body);
const kept = () => readdirSync(path.join(folder, "exports"));

describe("a file that is made while one goes on", () => {
  it("waits, is made, and can be fetched again and again by whoever asked", async () => {
    const job = await start(editor);
    expect(job).toMatchObject({ state: "queued", progress: 0, name: "PDF", audience: "reader", filename: null });
    await expect(downloadExport.run(editor, { exportId: job.id })).rejects.toMatchObject({ code: "conflict" });

    expect(await makeNextExport(new Date())).toBe(true);
    expect(await makeNextExport(new Date())).toBe(false);
    expect(await getExport.run(editor, { exportId: job.id })).toMatchObject({ state: "done", progress: 100, filename: "The old bridge.pdf" });
    for (let time = 0; time < 2; time += 1) {
      const file = await downloadExport.run(editor, { exportId: job.id });
      expect(file).toBeInstanceOf(FileResult);
      expect((await readPdf(bytesOf(file))).title).toBe("The old bridge");
    }
    expect(await listExports.run(editor, { documentId: document.id })).toHaveLength(1);
  });

  it("says how far it is through reading and writing, and never goes back", async () => {
    const told: number[] = [];
    await exportedFile(editor, ExportDocument.parse({ documentId: document.id, format: "pdf" }), { onProgress: (percent) => told.push(percent) });
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told[0]).toBe(50);
    expect(told.at(-1)).toBeGreaterThan(75);
  });

  it("is nobody else's", async () => {
    const { id } = await start(editor);
    const stranger = await createMember(prisma, { role: "admin" });
    for (const actor of [admin, stranger]) {
      await expect(getExport.run(actor, { exportId: id })).rejects.toMatchObject({ code: "not_found" });
      await expect(downloadExport.run(actor, { exportId: id })).rejects.toMatchObject({ code: "not_found" });
      await expect(run(prisma, actor, endExport, { exportId: id })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listExports.run(admin, { documentId: document.id })).toEqual([]);
    await expect(listExports.run(stranger, { documentId: document.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("asks for the same rights as a download, when it is asked for, made and fetched", async () => {
    const reader = await createMember(prisma, { role: "reader", workspaceId: admin.workspaceId });
    await expect(start(reader, { audience: "desk" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(start(editor, { format: "wordstar" })).rejects.toMatchObject({ code: "invalid" });

    const early = await start(editor, { confidential: "true", audience: "desk" });
    await makeNextExport(new Date());
    const late = await start(editor, { confidential: "true", audience: "desk" });
    await run(prisma, admin, changeRole, { userId: editor.userId, role: "reader" });
    await makeNextExport(new Date());
    expect(await getExport.run(editor, { exportId: late.id })).toMatchObject({ state: "failed", filename: null });
    await expect(downloadExport.run({ ...editor, role: "reader" }, { exportId: early.id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("fails with one clear sentence when the disk is full, leaves nothing, and can be made again", async () => {
    const before = kept();
    const job = await start(editor, { format: "markdown" });
    const free = fillDisk(100);
    try {
      await makeNextExport(new Date());
    } finally {
      free();
    }
    const problem = "The disk of the server is full, and nothing was kept. Tell whoever runs it, and try again later.";
    expect(await getExport.run(editor, { exportId: job.id })).toMatchObject({ state: "failed", problem, filename: null });
    expect(kept()).toEqual(before);
    const again = await run(prisma, editor, repeatExport, { exportId: job.id });
    await makeNextExport(new Date());
    expect(await getExport.run(editor, { exportId: again.id })).toMatchObject({ state: "done" });
  });

  it("stops when it is cancelled, before or while it is made, and leaves nothing", async () => {
    const waiting = await start(editor);
    await run(prisma, editor, endExport, { exportId: waiting.id });
    expect(await makeNextExport(new Date())).toBe(false);

    const running = await start(editor);
    const made = makeNextExport(new Date());
    await expect.poll(async () => (await getExport.run(editor, { exportId: running.id })).state).not.toBe("queued");
    await run(prisma, editor, endExport, { exportId: running.id });
    await made;
    expect(await listExports.run(editor, { documentId: document.id })).toEqual([]);
    await expect(downloadExport.run(editor, { exportId: running.id })).rejects.toMatchObject({ code: "conflict" });
    expect(kept()).not.toContain(running.id);
  });

  it("is refused when fifty are under way", async () => {
    const facts = { workspaceId: editor.workspaceId, documentId: document.id, userId: editor.userId, request: {}, expiresAt: new Date(Date.now() + 60_000) };
    await prisma.exportJob.createMany({ data: Array.from({ length: 49 }, () => facts) });
    await start(editor);
    await expect(start(editor)).rejects.toMatchObject({ code: "busy" });
  });

  it("is the only way to what takes long, which a request is told", async () => {
    const long = await createDocument(prisma, { actor: editor, title: "Long", text: "word ".repeat(40_001) });
    const ask = (format: string, actor = editor) => exportDocument.run(actor, ExportDocument.parse({ documentId: long.id, format }));
    await expect(ask("pdf")).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringContaining(`POST /api/v1/documents/${long.id}/exports`) as string,
    });
    await expect(ask("wordstar")).rejects.toMatchObject({ code: "invalid" });
    await expect(ask("pdf", await createMember(prisma, { role: "admin" }))).rejects.toMatchObject({ code: "not_found" });
    // So long a text is written in a thread, which hands over bytes.
    const { body } = await ask("csv");
    expect(new TextDecoder("utf-8", { fatal: true }).decode(body as Uint8Array)).toMatch(/^number,/);
    expect(await prisma.event.count({ where: { type: "document.exported", actorId: editor.userId } })).toBe(1);
    expect(await start(editor, { documentId: long.id })).toMatchObject({ state: "queued" });
  });

  it("does not wait behind all the files of one person", async () => {
    const running = await start(editor, { format: "csv" });
    await start(editor, { format: "csv" });
    const other = await start(admin, { format: "csv" });
    await prisma.exportJob.update({ where: { id: running.id }, data: { state: "running", beatAt: new Date() } });
    await makeNextExport(new Date());
    expect(await getExport.run(admin, { exportId: other.id })).toMatchObject({ state: "done" });
  });

  it("is called interrupted when its process has fallen silent, and can be asked for again", async () => {
    const job = await start(editor);
    await prisma.exportJob.update({ where: { id: job.id }, data: { state: "running", beatAt: new Date(Date.now() - 60_000) } });
    await makeNextExport(new Date());
    const found = await getExport.run(editor, { exportId: job.id });
    expect(found).toMatchObject({ state: "failed", problem: "The server stopped while it made this file. Nothing was kept; try again." });
    const anew = await run(prisma, editor, repeatExport, { exportId: job.id });
    await makeNextExport(new Date());
    expect(await listExports.run(editor, { documentId: document.id })).toMatchObject([{ id: anew.id, state: "done", format: "pdf" }]);
  });

  it("says one sentence and keeps nothing when it cannot be written", async () => {
    const job = await start(editor);
    const spoilt = path.join(folder, "no-folder");
    writeFileSync(spoilt, "a file where a folder should be");
    env.DATA_DIR = spoilt;
    await expect(makeNextExport(new Date())).rejects.toThrow();
    env.DATA_DIR = folder;
    expect(await getExport.run(editor, { exportId: job.id })).toMatchObject({
      state: "failed",
      problem: "The file could not be made, and nothing was kept. Try again.",
      filename: null,
    });
  });

  it("is kept for twelve hours, and what nobody owns is swept away", async () => {
    const job = await start(editor);
    await makeNextExport(new Date());
    writeFileSync(path.join(folder, "exports", "of-nobody.part"), "half");
    await tidy(new Date());
    expect(kept()).toContain(job.id);
    expect(kept()).not.toContain("of-nobody.part");
    await tidy(new Date(Date.now() + 13 * 60 * 60 * 1000));
    expect(kept()).toEqual([]);
    await expect(getExport.run(editor, { exportId: job.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("fails with one clear sentence when the thread that makes it is ended, leaves nothing, and the next one is made", async () => {
    const before = kept();
    const [job, next] = [await start(editor), await start(editor, { format: "csv" })];
    const handOver = vi.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(function (this: Worker) {
      void this.terminate();
    });
    await expect(makeNextExport(new Date())).rejects.toThrow("could not be made");
    handOver.mockRestore();
    const problem = "The file could not be made in this format. Nothing was written; try again, or choose another format.";
    expect(await getExport.run(editor, { exportId: job.id })).toMatchObject({ state: "failed", problem, filename: null });
    expect(kept()).toEqual(before);
    await makeNextExport(new Date());
    expect(await getExport.run(editor, { exportId: next.id })).toMatchObject({ state: "done" });
  });
});
