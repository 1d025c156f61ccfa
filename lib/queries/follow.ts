import { z } from "zod";
import { stream, type StreamContext } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { hub, type Followed } from "@/lib/events/hub";
import { documentSource } from "./changes";
import { waitingFor } from "./waiting";

/** The number of an event. */
const Seq = z.coerce.number().int().min(0);

export const FollowDocument = z.object({
  documentId: Id,
  /** The `seq` of what was read before: everything after it is told. The header Last-Event-ID, which is newer, goes before it. */
  after: Seq.optional(),
});

/** The changes of one document as server-sent events, as the actor may see them. */
export const followDocument = stream(
  FollowDocument,
  { summary: "Follow the changes of a document: server-sent events, numbered, replayed after Last-Event-ID." },
  async (actor, { documentId, after }, context) => {
    const last = context.lastEventId === null ? undefined : Seq.safeParse(context.lastEventId).data;
    return open(actor, [{ documentId, after: last ?? after ?? null }], context);
  },
);

export const Follow = z
  .object({
    /** `<documentId>:<seq>`, joined by commas: the documents, each after its own number. */
    documents: z
      .string()
      .regex(/^[\w-]{1,64}:\d{1,15}(,[\w-]{1,64}:\d{1,15}){0,49}$/, "Write <documentId>:<seq> for each document, joined by commas; at most 50.")
      .transform((text) => text.split(",").map((part): Followed => ({ documentId: part.replace(/:.*/, ""), after: Number(part.replace(/.*:/, "")) })))
      .optional(),
    /** Also tells how many notifications and how much work wait for oneself, now and whenever it changes. */
    waiting: z.enum(["1"], "Write 1, or leave it out.").optional(),
  })
  .refine(({ documents, waiting }) => documents ?? waiting, { path: ["documents"], message: "Name documents, or ask for what waits for you." });

/** The changes of several documents, and what waits for the person, on one connection, of which browsers have few. Documents that are not there are told to have ended. */
export const follow = stream(
  Follow,
  { summary: "Follow several documents, and what waits for oneself, on one connection: server-sent events." },
  async (actor, { documents = [], waiting }, context) => open(actor, documents, context, waiting !== undefined),
);

async function open(actor: Actor, follows: readonly Followed[], { actorsOf, failed }: StreamContext, waits = false): Promise<ReadableStream<Uint8Array>> {
  const prisma = await db();
  const rows = await prisma.document.findMany({
    where: { id: { in: follows.map(({ documentId }) => documentId) }, workspaceId: actor.workspaceId, deletedAt: null },
    select: { id: true },
  });
  const present = new Set(rows.map(({ id }) => id));
  if (present.size === 0 && !waits) throw new AppError("not_found", "This document does not exist, or was deleted.");
  const here = follows.filter(({ documentId }) => present.has(documentId));
  const ended = follows.filter(({ documentId }) => !present.has(documentId));
  return hub({ source: documentSource, waiting: waitingFor, actorsOf, failed }).stream(actor, here, { ended, waits });
}
