import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/bootstrap/browser.mjs";
import { freePort } from "./scripts/bootstrap/port.mjs";

// A journey keeps browser and server busy by turns, so two at a time fill two processors, and more would wait for one another.
const workers = availableParallelism() > 1 ? 2 : 1;

// The workers load this file again: the first to do so chooses, and the others inherit.
process.env["ASSAY_E2E_PORTS"] ??= (await freePorts(workers)).join(",");
process.env["ASSAY_E2E_DATA"] ??= path.join(tmpdir(), `assay-e2e-${String(process.pid)}`);
process.env["CHROMIUM_PATH"] ??= (await findBrowser()) ?? "";

const executablePath = process.env["CHROMIUM_PATH"];
const ports = process.env["ASSAY_E2E_PORTS"];

export default defineConfig({
  testDir: "e2e",
  workers,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Two people on a loaded machine: what passes at the second try counts, and the summary names it.
  retries: 1,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ?? ".cache/reports/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // What is not there by then will not come: without this a click waits for the whole time of its test.
    actionTimeout: 30_000,
    launchOptions: {
      // No sandbox, because Chromium has none for root; no networking of its own, because a closed network makes it wait.
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: "node scripts/e2e-servers.mjs",
    url: `http://localhost:${ports.split(",")[0] ?? ""}/api/health/ready`,
    timeout: 600_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8_000 },
  },
});

async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await freePort());
  return [...found];
}
