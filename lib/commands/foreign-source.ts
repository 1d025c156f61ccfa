import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, line } from "@/lib/domain/fields";
import { MAX_FOREIGN_BYTES } from "@/lib/domain/foreign";
import type { Actor } from "@/lib/domain/role";
import type { Brought } from "@/lib/importers/annotations/bring-claims";
import { bringInWorker } from "@/lib/importers/worker-pool";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";

/** A file of that size in base64, and the fields around it. */
export const MAX_FOREIGN_BODY_BYTES = 14_500_000;

/** Where the claims come from: pasted, or a file in base64. */
const ForeignSource = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paste"), text: z.string() }),
  z.object({ kind: z.literal("file"), name: line(300), dataBase64: z.base64("Send the file's bytes in base64.") }),
]);

/** The fields that say which claims are brought in, and where. */
export const foreignFields = { documentId: Id, source: ForeignSource };

type ForeignInput = z.output<z.ZodObject<typeof foreignFields>>;

/** The claims of a file, found in the document's current text. */
export interface FoundClaims extends Brought {
  revision: { id: string; number: number; text: string };
  /** What the file is called, for the records. */
  name: string;
}

/** Reads the file and finds its claims; writes nothing. Throws `not_found`, `forbidden`, `closed`, and what the file's reader throws. */
export async function findForeignClaims(tx: Tx, actor: Actor, { documentId, source }: ForeignInput): Promise<FoundClaims> {
  const document = await documentInScope(tx, actor, documentId);
  expectMarking(actor, document);
  const revision = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.revision } },
    select: { id: true, number: true, text: true },
  });
  const brought = await bringInWorker({ source: sourceOf(source), text: revision.text });
  return { ...brought, revision, name: source.kind === "file" ? source.name : "the clipboard" };
}

/** Throws `forbidden` for those who do not mark claims, `closed` where each reviewer marks for themselves. */
export function expectMarking(actor: Actor, document: { marksApart: boolean }): void {
  authorize(documentPolicy, actor, "mark");
  if (document.marksApart)
    throw new AppError("closed", "In this document each reviewer marks for themselves first. Claims can be brought in once that is ended, in its settings.");
}

function sourceOf(source: ForeignInput["source"]): string | Uint8Array {
  const data = source.kind === "paste" ? source.text : new Uint8Array(Buffer.from(source.dataBase64, "base64"));
  const size = typeof data === "string" ? Buffer.byteLength(data) : data.length;
  if (size === 0) throw invalidField("source", "The file is empty. Choose one with claims in it.");
  if (size > MAX_FOREIGN_BYTES) throw invalidField("source", "The file is larger than 10 MB. Split it, and bring in the parts one by one.");
  return data;
}
