// Everything, from nothing: "npm test". Installs packages, a browser and LibreOffice where they are missing, then runs every check.
import { generate } from "./bootstrap/build.mjs";
import { checkNode, install } from "./bootstrap/install.mjs";
import { provideOffice } from "./bootstrap/office.mjs";
import { main, step } from "./bootstrap/step.mjs";

await main(async () => {
  checkNode();
  await step("Installing packages", install);
  await step("Generating the database client", generate);
  // Loaded only now, because it asks Playwright.
  const { provideBrowser } = await import("./bootstrap/browser.mjs");
  await step("Installing a browser", provideBrowser);
  await step("Installing LibreOffice", provideOffice);
});
await import("./check.mjs");
