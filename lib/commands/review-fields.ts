import { z } from "zod";
import { PANEL_RULES, REVIEW_MODES, REVIEWERS_MAX, REVIEWERS_MIN } from "@/lib/domain/review";

/** How claims are reviewed, where it is set: in a document, and for new ones in the workspace. */
export const ReviewFields = {
  reviewMode: z.enum(REVIEW_MODES).optional(),
  reviewers: z.int().min(REVIEWERS_MIN, `At least ${REVIEWERS_MIN}: fewer cannot agree.`).max(REVIEWERS_MAX, `At most ${REVIEWERS_MAX}.`).optional(),
  panelRule: z.enum(PANEL_RULES).optional(),
};
