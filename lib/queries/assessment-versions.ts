import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { claimInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { AssessmentVersionView } from "@/lib/domain/views";
import { claimView } from "./claim";

export const ListAssessmentVersions = z.object({ claimId: Id, assessmentId: Id });

/** What somebody submitted, each time, newest first: of an assessment that the actor sees on its claim. */
export const listAssessmentVersions = query(
  ListAssessmentVersions,
  { summary: "Read the earlier versions of an assessment, newest first." },
  async (actor, input): Promise<{ items: AssessmentVersionView[] }> => {
    const prisma = await db();
    const claim = await claimInScope(prisma, actor, input.claimId);
    const { assessments } = await claimView(prisma, actor, claim.id);
    if (!assessments.some((each) => each.id === input.assessmentId))
      throw new AppError("not_found", "This assessment does not exist, or is not open to you yet.");
    const rows = await prisma.assessmentVersion.findMany({
      where: { assessmentId: input.assessmentId, workspaceId: actor.workspaceId },
      select: { number: true, round: true, labelId: true, unjudgeable: true, rationale: true, confidence: true, createdAt: true },
      orderBy: { number: "desc" },
      take: 100,
    });
    return { items: rows.map(({ createdAt, ...row }) => ({ ...row, submittedAt: createdAt.toISOString() })) };
  },
);
