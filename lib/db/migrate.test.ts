import { expect, it } from "vitest";
import { nextMigration, schemaDrift } from "@/lib/db/migrate";

it("finds no difference between the migrations and the schema, and would not drop the hand-written search indexes", { timeout: 300_000 }, async () => {
  expect(await schemaDrift()).toBeNull();
});

it("numbers the next migration after the last one, though some numbers were left out", () => {
  expect(nextMigration(["0001_init", "0032_a", "0034_b"], "c")).toBe("0035_c");
  expect(nextMigration([], "init")).toBe("0001_init");
});
