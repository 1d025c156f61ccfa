import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../scripts/bootstrap/port.mjs";
import { expect, signInByForm, test } from "./fixtures";
import { serverAnswers } from "./servers";

test("asked to stop, the server ends within five seconds, though pages follow it and one reader never reads", async ({ browser }) => {
  const port = await freePort();
  const directory = mkdtempSync(path.join(tmpdir(), "assay-stop-"));
  const address = `http://localhost:${String(port)}`;
  cpSync(path.join(process.env["ASSAY_E2E_DATA"] ?? "", "demo"), directory, { recursive: true });
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), APP_URL: address, DATA_DIR: directory, DATABASE_URL: "", ASSAY_DEMO: "1", HOST: "127.0.0.1" },
  });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  try {
    await serverAnswers(address);
    const context = await browser.newContext({ baseURL: address });
    const page = await context.newPage();
    await signInByForm(page, "editor");
    const { items } = await (await context.request.get("/api/v1/documents")).json();
    const connected = page.waitForResponse((response) => response.url().includes("/api/v1/events?"));
    await page.goto(`/documents/${items[0].id}`);
    await connected;
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const silent = connect(port, "127.0.0.1");
    silent.on("error", () => undefined);
    silent.write(`GET /api/v1/documents/${items[0].id}/events HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookies}\r\n\r\n`);
    await new Promise((resolve) => silent.once("readable", resolve));
    const asked = Date.now();
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
    silent.destroy();
    await context.close();
  } finally {
    server.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  }
});
