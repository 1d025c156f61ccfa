// From nothing to a running server: "npm start". With --dev, the development server instead of a production build.
import { existsSync } from "node:fs";
import { build, generate, isBuilt } from "./bootstrap/build.mjs";
import { openDataDirectory, secretOf } from "./bootstrap/data-directory.mjs";
import { prepareDatabase } from "./bootstrap/database.mjs";
import { checkNode, install } from "./bootstrap/install.mjs";
import { checkPort } from "./bootstrap/port.mjs";
import { serve } from "./bootstrap/serve.mjs";
import { main, Refusal, step } from "./bootstrap/step.mjs";

await main(async () => {
  const began = performance.now();
  const development = process.argv.includes("--dev");
  checkNode();
  if (existsSync(".env")) process.loadEnvFile(".env");
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`PORT must be a number from 1 to 65535; it is "${process.env.PORT}".`);
  await checkPort(port, process.env.HOST || "127.0.0.1");
  const dataDir = openDataDirectory(process.env.DATA_DIR || "data");

  await step("Installing packages", () => install(() => !development && isBuilt()));
  await step("Generating the database client", generate);
  if (!development) await step("Building", build);

  const env = { NODE_ENV: development ? "development" : "production", DATA_DIR: dataDir, PORT: String(port) };
  if (!process.env.NEXTAUTH_SECRET) env.NEXTAUTH_SECRET = secretOf(dataDir);
  let database;
  await step("Preparing the database", async () => {
    database = await prepareDatabase({ ...env, ASSAY_DEMO: process.env.ASSAY_DEMO || "1" });
    const done = [
      database.created && "created",
      database.applied.length > 0 && `migrated (${database.applied.join(", ")})`,
      database.created && database.demo && "filled with the demo",
    ];
    return done.filter(Boolean).join(", ") || "up to date";
  });

  const demo = process.env.ASSAY_DEMO === "0" ? null : database.demo;
  // The demo's passwords are public, so it is not shown to the network unless asked.
  const host = process.env.HOST || (demo || development ? "127.0.0.1" : "0.0.0.0");
  const address = (process.env.APP_URL || process.env.NEXTAUTH_URL || `http://localhost:${port}`).replace(/\/+$/, "");
  await step("Starting the server", () =>
    serve({ command: development ? "dev" : "start", port, host, env: { ...env, NEXTAUTH_URL: address, ASSAY_DEMO: demo ? "1" : "0" } }),
  );

  console.log(`\nAssay is ready at ${address} after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  if (demo) console.log(`This is a demo: sign in as ${demo.emails.join(", ")} with the password ${demo.password}.`);
  if (database.setupToken) console.log(`Nobody has an account yet. Make the first one here: ${address}/setup?token=${database.setupToken}`);
  console.log("Press Ctrl+C to stop.");
});
