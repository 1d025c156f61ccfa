import { z } from "zod";
import { DOCUMENT_KINDS } from "@/lib/domain/document";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, HttpUrl, Id, Language, line, requiredLine, toDate } from "@/lib/domain/fields";
import { searchTextOf } from "@/lib/domain/search";
import { countWords } from "@/lib/domain/text";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { preparedCommand } from "./command";
import { claimsOf, ImportSource, MAX_IMPORT_BODY_BYTES, readImport, sourceName } from "./import-source";
import { screenAtOnce } from "./screen";
import { writeForeignClaims } from "./write-foreign-claims";

export const CreateDocument = z.object({
  source: ImportSource,
  title: requiredLine(500),
  author: line(300).default(""),
  publication: line(300).default(""),
  publishedOn: Day.nullable().default(null),
  language: Language.default("en"),
  url: HttpUrl.nullable().default(null),
  kind: z.enum(DOCUMENT_KINDS).default("article"),
  /** The workspace's default scale unless said. */
  scaleId: Id.optional(),
  /** Bring along the claims that the source marks in its own text. */
  claims: z.boolean().default(false),
});

/** Brings a text in: imports it again from its source and keeps it as the first revision of a new document. */
export const createDocument = preparedCommand(
  CreateDocument,
  { summary: "Bring in a text as a new document.", status: 201, contributes: true, maxBytes: MAX_IMPORT_BODY_BYTES },
  async (actor, input) => {
    authorize(documentPolicy, actor, "create");
    const imported = await readImport(input.source);
    const claims = input.claims && imported.claims ? await claimsOf(input.source, imported.text) : [];
    return { ...imported, foreign: claims };
  },
  async ({ actor, tx, now }, input, imported) => {
    await screenAtOnce(tx, actor, { title: input.title, author: input.author, publication: input.publication, url: input.url });
    const { defaultScaleId, reviewMode, reviewers, panelRule } = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
    const scaleId = input.scaleId ?? defaultScaleId;
    const scale = scaleId && (await tx.scale.findFirst({ where: { id: scaleId, workspaceId: actor.workspaceId, retiredAt: null }, select: { id: true } }));
    if (!scale)
      throw input.scaleId
        ? invalidField("scaleId", "This workspace has no such scale.")
        : new AppError("unavailable", "The workspace has no default scale. Ask an admin to set one.");
    const facts = { title: input.title, author: input.author || null, publication: input.publication || null };
    const wordCount = countWords(imported.text, input.language);
    const document = await tx.document.create({
      data: {
        ...facts,
        workspaceId: actor.workspaceId,
        createdById: actor.userId,
        scaleId: scale.id,
        ...{ reviewMode, reviewers, panelRule },
        kind: input.kind,
        publishedOn: toDate(input.publishedOn),
        language: input.language,
        url: input.url,
        searchText: searchTextOf(facts, imported.text),
        wordCount,
        revisions: {
          create: {
            workspaceId: actor.workspaceId,
            number: 1,
            text: imported.text,
            blocks: imported.blocks.map((block) => ({ ...block, marks: block.marks.map((mark) => ({ ...mark })) })),
            wordCount,
            createdById: actor.userId,
          },
        },
      },
      select: { id: true, state: true, revisions: { select: { id: true } } },
    });
    await record(tx, actor, { type: "document.created", documentId: document.id, after: { title: input.title, kind: input.kind, language: input.language } });
    const [revision] = document.revisions;
    if (revision && imported.foreign.length > 0)
      await writeForeignClaims(
        tx,
        actor,
        { document, revision: { id: revision.id, blocks: imported.blocks }, name: sourceName(input.source) },
        imported.foreign,
        now,
      );
    return { id: document.id };
  },
);
