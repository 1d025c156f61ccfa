import { describe, expect, it } from "vitest";
import { pendingMigrations } from "@/lib/db/migrations";
import { freshDatabase } from "@/lib/db/testing";

const database = await freshDatabase();

describe("the migrations", () => {
  it("leave nothing pending in a fresh database", async () => {
    expect(await pendingMigrations(database.prisma)).toEqual([]);
  });

  it("bring the search extensions, which fold accents and compare words in any script", async () => {
    const [row] = await database.prisma.$queryRaw<
      { folded: string; alike: number }[]
    >`SELECT unaccent('Málaga') AS folded, similarity('القمة', 'القمم') AS alike`;
    expect(row?.folded).toBe("Malaga");
    expect(row?.alike).toBeGreaterThan(0.2);
  });

  it("have nothing in an index of documents that is set with every change, so that no change indexes all words of a text again", async () => {
    const indexes = await database.prisma.$queryRaw<{ indexdef: string }[]>`SELECT indexdef FROM pg_indexes WHERE tablename = 'Document'`;
    expect(indexes.length).toBeGreaterThan(2);
    expect(indexes.filter(({ indexdef }) => /"(updatedAt|version|claimCount|state)"/.test(indexdef))).toEqual([]);
  });
});

describe("a transaction", () => {
  it("lets others have their turn, and asks its connection one thing at a time", async () => {
    const warnings: string[] = [];
    const warn = ({ message }: Error) => warnings.push(message);
    process.on("warning", warn);
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    await database.prisma.$transaction(async (tx) => {
      for (let round = 0; round < 20; round += 1) await Promise.all([tx.$queryRaw`SELECT pg_sleep(0.005)::text`, tx.$queryRaw`SELECT pg_sleep(0.005)::text`]);
    });
    clearInterval(others);
    await new Promise(setImmediate);
    process.off("warning", warn);
    expect(turns).toBeGreaterThan(2);
    expect(warnings).toEqual([]);
  });

  it("waits for a long one before it, where there is one connection", async () => {
    let begun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    const long = database.prisma.$transaction(async (tx) => {
      begun();
      for (let round = 0; round < 50; round += 1) await tx.$queryRaw`SELECT pg_sleep(0.05)::text`;
    });
    await first;
    const short = database.prisma.$transaction((tx) => tx.workspace.count());
    expect(await Promise.all([long, short])).toEqual([undefined, 0]);
  });

  it("undoes everything when its work fails", async () => {
    const failing = database.prisma.$transaction(async (tx) => {
      await tx.workspace.create({ data: { name: "Half" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await database.prisma.workspace.count()).toBe(0);
  });

  it("reports a commit that fails", async () => {
    const { prisma } = database;
    await prisma.$executeRaw`CREATE TABLE deferred (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)`;
    await prisma.$executeRaw`INSERT INTO deferred VALUES (1)`;
    await expect(prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO deferred VALUES (1)`)).rejects.toThrow();
    await prisma.$executeRaw`DROP TABLE deferred`;
  });
});
