import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/bootstrap/browser.mjs";
import { freePort } from "./scripts/bootstrap/port.mjs";

// The workers load this file again: the first to do so chooses, and the others inherit.
process.env["ASSAY_E2E_PORT"] ??= String(await freePort());
process.env["CHROMIUM_PATH"] ??= (await findBrowser()) ?? "";

const address = `http://localhost:${process.env["ASSAY_E2E_PORT"]}`;
const executablePath = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Two people on a loaded machine: what passes at the second try counts, and the summary names it.
  retries: 1,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ?? ".cache/reports/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    baseURL: address,
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
    command: "node scripts/e2e-server.mjs",
    url: `${address}/api/health/ready`,
    env: { PORT: process.env["ASSAY_E2E_PORT"], APP_URL: address },
    timeout: 600_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8_000 },
  },
});
