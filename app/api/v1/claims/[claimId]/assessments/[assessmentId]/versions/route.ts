import { route } from "@/lib/http/route";
import { listAssessmentVersions } from "@/lib/queries/assessment-versions";

export const GET = route(listAssessmentVersions);
