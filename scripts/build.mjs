// Build for production if a source has changed, with its progress: a step of the checks.
import { build, generate } from "./bootstrap/build.mjs";
import { main, step } from "./bootstrap/step.mjs";

await main(async () => {
  await step("Generating the database client", generate);
  await step("Building", async () => ((await build()) === false ? "up to date" : undefined));
});
