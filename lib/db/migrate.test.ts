import { expect, it } from "vitest";
import { schemaDrift } from "@/lib/db/migrate";

it("finds no difference between the migrations and the schema, and would not drop the hand-written search indexes", { timeout: 300_000 }, async () => {
  expect(await schemaDrift()).toBeNull();
});
