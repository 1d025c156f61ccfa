import { beforeAll, describe, expect, it } from "vitest";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { previewRevision } from "@/lib/commands/preview-revision";
import { reviseDocument } from "@/lib/commands/revise-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase, queryCounter } from "@/lib/db/testing";
import type { AnchorStatus } from "@/lib/domain/anchor";
import type { BlockInput } from "@/lib/domain/revision";
import type { Actor } from "@/lib/domain/role";
import { createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let queriesOf: ReturnType<typeof queryCounter>;

beforeAll(async () => {
  const database = await freshDatabase();
  queriesOf = queryCounter(database);
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
});

const REFRAIN = "That is simply not true.";
const TOPICS = ["taxes", "rents", "ferries", "schools", "hospitals", "bridges", "harbours", "forests", "wages", "pensions"];
const SPEAKERS = ["ORTEGA", "LINDQVIST", "HOST"];

/** What each of the thirty turns says: a statement of its own, and in every third the same refrain. */
function spoken(turn: number): { said: string; statement: string } {
  const topic = TOPICS[turn % TOPICS.length] ?? "";
  const statement = `In my ${String(turn + 2)}th year the council spent ${String(300 + 7 * turn)} million on ${topic} and told nobody about item ${String(turn)}.`;
  return { statement, said: turn % 3 === 2 ? `${REFRAIN} ${statement}` : `${statement} I was there for it.` };
}

const TURNS = Array.from({ length: 30 }, (_, turn) => spoken(turn));

function transcript(turns: readonly { said: string }[]): BlockInput[] {
  return turns.map(({ said }, index) => ({ type: "turn", text: said, speaker: SPEAKERS[index % SPEAKERS.length] ?? "" }));
}

/** The transcript with a claim on each turn's statement, and on the refrain where `refrains` says. */
async function claimed(count: number, refrains: readonly number[] = []): Promise<{ document: MadeDocument; ids: string[]; refrainIds: string[] }> {
  const document = await createDocument(prisma, { actor: editor, text: TURNS.map(({ said }) => said).join("\n\n") });
  const mark = async (start: number, length: number) => {
    const input = { documentId: document.id, revisionId: document.revisionId, fragments: [{ start, end: start + length }] };
    return (await run(prisma, editor, markClaim, input)).id;
  };
  const ids: string[] = [];
  for (const { statement } of TURNS.slice(0, count)) ids.push(await mark(document.text.indexOf(statement), statement.length));
  const refrainIds: string[] = [];
  for (const turn of refrains) refrainIds.push(await mark(document.text.indexOf(TURNS[turn]?.said ?? ""), REFRAIN.length));
  return { document, ids, refrainIds };
}

describe("a transcript with thirty claims", () => {
  it("corrected in five places keeps each claim on its own words, or says that it cannot", async () => {
    const { document, ids, refrainIds } = await claimed(28, [5, 8]);
    const turns = TURNS.map((turn) => ({ ...turn }));
    const edit = (turn: number, change: (said: string) => string) => {
      const before = turns[turn];
      if (before) before.said = change(before.said);
    };
    edit(3, (said) => said.replace(spoken(3).statement, "").trim()); // takes a claimed sentence out
    edit(7, (said) => said.replace("spent 349 million", "spent about 340 million")); // words within a claim
    edit(10, (said) => `${said} ${spoken(10).statement}`); // says a claimed sentence twice
    edit(5, (said) => said.replace(`${REFRAIN} `, "")); // takes one of ten equal sentences out
    const [carried] = turns.splice(20, 1); // carries a turn to the end
    if (carried) turns.push(carried);
    turns.unshift({ said: "Good evening, and welcome to the hall.", statement: "" }); // and something new before all of it

    const input = { documentId: document.id, base: 1, blocks: transcript(turns) };
    const foreseen = await previewRevision.run(editor, previewRevision.schema.parse(input));
    const { claims, document: saved } = await run(prisma, editor, reviseDocument, input);
    const { text } = saved.revision;
    const anchorOf = (id: string) => claims.find((claim) => claim.id === id)?.anchors[0];
    const expected = new Map<number, AnchorStatus>([
      [3, "orphaned"],
      [7, "edited"],
      [20, "moved"],
    ]);
    ids.forEach((id, turn) => {
      const anchor = anchorOf(id);
      expect([turn, anchor?.status]).toEqual([turn, expected.get(turn) ?? "exact"]);
      const words = text.slice(anchor?.start, anchor?.end);
      if (turn === 3) expect(words).toBe("");
      else if (turn === 7) expect(words).toBe(spoken(7).statement.replace("349", "about 340"));
      else expect(words).toBe(spoken(turn).statement);
    });
    const [taken, kept] = refrainIds.map(anchorOf);
    expect(taken?.status).toBe("orphaned");
    expect(kept).toMatchObject({ status: "exact", start: text.indexOf(spoken(8).said) });
    expect(foreseen.outcome).toEqual({ exact: 26, moved: 1, edited: 1, uncertain: 0, orphaned: 2 });
    expect(foreseen.affected.map(({ number }) => number)).toEqual([4, 29, 8]);
    expect(saved.revision.blocks.slice(0, 2).map(({ speaker }) => speaker)).toEqual(["ORTEGA", "LINDQVIST"]);
  });

  it("takes as many queries to correct with three claims as with thirty", async () => {
    const cost = async (claims: number) => {
      const { document } = await claimed(claims);
      const blocks = transcript(TURNS.map(({ said }) => ({ said: said.replace("million on", "million dollars on") })));
      const previewed = await queriesOf(() => previewRevision.run(editor, { documentId: document.id, base: 1, blocks }));
      return [previewed, await queriesOf(() => run(prisma, editor, reviseDocument, { documentId: document.id, base: 1, blocks }))];
    };
    const few = await cost(3);
    expect(few.every((count) => count > 0)).toBe(true);
    expect(await cost(30)).toEqual(few);
  });

  it("takes as many queries to mark one fragment as twenty", async () => {
    const document = await createDocument(prisma, { actor: editor, text: TURNS.map(({ said }) => said).join("\n\n") });
    const cost = (count: number) =>
      queriesOf(() =>
        run(prisma, editor, markClaim, {
          documentId: document.id,
          revisionId: document.revisionId,
          fragments: TURNS.slice(0, count).map(({ statement }) => ({ exact: statement })),
        }),
      );
    const one = await cost(1);
    expect(await cost(20)).toBe(one);
  });
});
