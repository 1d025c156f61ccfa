import { expect, it } from "vitest";
import { endLent } from "@/lib/db/test/lent";
import { freshDatabase } from "@/lib/db/testing";

it("a file's database holds nothing of the one before, nor of what still goes on there", async () => {
  const { prisma: former } = await freshDatabase();
  await former.workspace.create({ data: { name: "Former" } });
  await former.$queryRaw`SELECT nextval(pg_get_serial_sequence('"Event"', 'seq'))`;
  await endLent();

  const { prisma } = await freshDatabase();
  await former.workspace.create({ data: { name: "Late" } }).catch(() => undefined);
  expect(await prisma.workspace.count()).toBe(0);
  expect(await prisma.$queryRaw`SELECT nextval(pg_get_serial_sequence('"Event"', 'seq')) AS "seq"`).toEqual([{ seq: 1n }]);
});

it("a file's database has the rules of the migrations, whatever became of those of the one before", async () => {
  const { prisma: former } = await freshDatabase();
  await former.$executeRaw`ALTER TABLE "Workspace" ADD CONSTRAINT "closed" CHECK (false)`;
  await former.$executeRaw`ALTER TABLE "Event" DISABLE TRIGGER USER`;
  await endLent();

  const { prisma } = await freshDatabase();
  await prisma.workspace.create({ data: { name: "Open" } });
  expect(await prisma.$queryRaw`SELECT count(*)::int AS "off" FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal`).toEqual([{ off: 0 }]);
});

it("two that a file has at once are two", async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  await one.prisma.workspace.create({ data: { name: "One" } });
  expect(await other.prisma.workspace.count()).toBe(0);
});
