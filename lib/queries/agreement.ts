import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { agreementReport, type AgreementReport, type AgreementView, type Judged } from "@/lib/domain/agreement-report";
import { invalidField } from "@/lib/domain/errors";
import { Day, Id, toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import type { PersonView } from "@/lib/domain/views";
import { AGREEMENT_TABLES, agreementCsv, type JudgementRow } from "@/lib/exporters/agreement-csv";
import { exportFilename } from "@/lib/exporters/filename";
import { assessmentsVisible } from "@/lib/policies/assessment";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { scaleSelect, toScaleView } from "./scale";

/** The most claims that one report reads. */
const CLAIMS_MAX = 20_000;
const DAY_MS = 86_400_000;

export const GetAgreement = z.object({
  documentId: Id,
  /** This document, or all that are judged on its scale. */
  scope: z.enum(["document", "scale"]).default("document"),
  /** Two reviewers; all of them unless both are said. */
  first: Id.optional(),
  second: Id.optional(),
  /** When the judgement was submitted; both days belong to the period. */
  from: Day.optional(),
  to: Day.optional(),
  /** "first": what each thought before seeing the others; "latest": what stands. */
  versions: z.enum(["first", "latest"]).default("first"),
});
type Input = z.output<typeof GetAgreement>;

/** How far the reviewers of a document agree. Never counts what is still blind. */
export const getAgreement = query(GetAgreement, { summary: "Read how far reviewers agree: coefficients, confusion matrix, and each label." }, (actor, input) =>
  agreementView(actor, input),
);

/** The same, for the page. Throws `not_found`, `forbidden`, `invalid`. */
export async function agreementView(actor: Actor, input: Input): Promise<AgreementView> {
  return (await readAgreement(actor, input)).view;
}

/** The figures of one document, as its datasets tell them. Throws `not_found`, `forbidden`. */
export async function agreementFigures(actor: Actor, documentId: string): Promise<AgreementReport> {
  return (await agreementView(actor, GetAgreement.parse({ documentId }))).report;
}

export const ExportAgreement = GetAgreement.extend({ table: z.enum(AGREEMENT_TABLES).default("figures") });

/** A table of the page as CSV, or the judgements that all of it rests on. */
export const exportAgreement = query(
  ExportAgreement,
  { summary: "Take the agreement figures, or the judgements behind them, out as CSV.", makesFile: true },
  async (actor, input) => {
    const { view, rows } = await readAgreement(actor, input);
    const file = agreementCsv(input.table, view, rows);
    return new FileResult({ type: file.type, filename: exportFilename(`${view.document.title}, ${input.table}`, file.extension), body: file.body });
  },
);

async function readAgreement(actor: Actor, input: Input): Promise<{ view: AgreementView; rows: JudgementRow[] }> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, input.documentId);
  authorize(documentPolicy, actor, "seeAgreement");
  const scale = toScaleView(await prisma.scale.findUniqueOrThrow({ where: { id: document.scaleId, workspaceId: actor.workspaceId }, select: scaleSelect }));
  const rows = await judgementRows(prisma, actor, document, input);
  const reviewers = reviewersOf(rows);
  const pair = pairOf(input, reviewers);
  const { id, title } = document;
  return {
    view: {
      document: { id, title },
      scale,
      reviewers,
      pair,
      filters: { scope: input.scope, from: input.from ?? null, to: input.to ?? null, versions: input.versions },
      unjudgeable: rows.filter((row) => row.unjudgeable).length,
      report: agreementReport(rows, scale.labels, pair && [pair[0].id, pair[1].id]),
    },
    rows: pair ? rows.filter((row) => pair.some((each) => each.id === row.reviewerId)) : rows,
  };
}

function pairOf({ first, second }: Input, reviewers: readonly PersonView[]): [PersonView, PersonView] | null {
  if (first === undefined && second === undefined) return null;
  const [one, two] = [reviewers.find((each) => each.id === first), reviewers.find((each) => each.id === second)];
  if (!one) throw invalidField("first", "Choose somebody who has judged claims here.");
  if (!two || one === two) throw invalidField("second", "Choose somebody else who has judged claims here.");
  return [one, two];
}

function reviewersOf(rows: readonly JudgementRow[]): PersonView[] {
  const people = new Map(rows.map((row) => [row.reviewerId, { id: row.reviewerId, name: row.reviewer }]));
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One judgement of each reviewer on each claim that the actor may know of: of rounds that are over, or open to the actor. */
async function judgementRows(tx: Tx, actor: Actor, document: { id: string; scaleId: string }, input: Input): Promise<JudgementRow[]> {
  const here = { workspaceId: actor.workspaceId, deletedAt: null };
  const claims = await tx.claim.findMany({
    where: { ...here, assessments: { some: {} }, document: { ...here, ...(input.scope === "document" ? { id: document.id } : { scaleId: document.scaleId }) } },
    select: {
      id: true,
      number: true,
      statement: true,
      state: true,
      round: true,
      assessedAt: true,
      document: { select: { title: true, reviewMode: true } },
      assessments: {
        select: {
          reviewerId: true,
          round: true,
          reviewer: { select: { name: true } },
          versions: {
            select: { number: true, round: true, createdAt: true, unjudgeable: true, confidence: true, labelId: true, label: { select: { name: true } } },
            orderBy: { number: input.versions === "first" ? "asc" : "desc" },
          },
        },
      },
    },
    orderBy: [{ documentId: "asc" }, { number: "asc" }],
    take: CLAIMS_MAX,
  });
  return claims.flatMap(({ document: { title, reviewMode }, assessments, ...claim }) => {
    const reviewerIds = assessments.filter((each) => each.round === claim.round).map((each) => each.reviewerId);
    const visible = assessmentsVisible(actor, { ...claim, reviewMode, reviewerIds });
    return assessments.flatMap(({ reviewerId, reviewer, versions }): JudgementRow[] => {
      const version = versions.find((each) => visible || each.round < claim.round);
      if (!version || !isInPeriod(version.createdAt, input)) return [];
      const { number, createdAt, unjudgeable, confidence, labelId, label } = version;
      const judged: Judged = { claimId: claim.id, reviewerId, labelId };
      return [
        {
          ...judged,
          ...{ document: title, claim: claim.number, statement: claim.statement, reviewer: reviewer.name },
          ...{ label: label?.name ?? null, unjudgeable, confidence, version: number, submittedAt: createdAt.toISOString() },
        },
      ];
    });
  });
}

function isInPeriod(at: Date, { from, to }: Input): boolean {
  const [begin, last] = [toDate(from ?? null), toDate(to ?? null)];
  return (!begin || at >= begin) && (!last || at.getTime() < last.getTime() + DAY_MS);
}
