"use client";

import { Markdown } from "@/components/ui/markdown";
import { SkeletonText } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AssessmentVersionView, AssessmentView, ScaleView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { JudgedAs } from "./judged-as";

/** What the reviewer had submitted before, on request. */
export function EarlierVersions({ assessment, scale }: { assessment: Pick<AssessmentView, "id" | "claimId" | "version">; scale: ScaleView }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="grid gap-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="min-h-6 justify-self-start rounded text-xs text-ink-3 underline underline-offset-2 hover:text-ink"
      >
        {countOf(assessment.version - 1, "earlier version")}
      </button>
      <div id={id} hidden={!open}>
        {open && <Versions assessment={assessment} scale={scale} />}
      </div>
    </div>
  );
}

function Versions({ assessment, scale }: { assessment: Pick<AssessmentView, "id" | "claimId" | "version">; scale: ScaleView }) {
  const query = useQuery({
    queryKey: queryKeys.assessmentVersions(assessment.claimId, assessment.id, assessment.version),
    queryFn: ({ signal }) => api.get<{ items: AssessmentVersionView[] }>(`/claims/${assessment.claimId}/assessments/${assessment.id}/versions`, signal),
  });
  if (query.isPending) return <SkeletonText lines={2} />;
  if (query.isError) {
    return (
      <p role="alert" className="text-xs text-ink-2">
        The earlier versions did not load. {query.error.message}{" "}
        <button type="button" onClick={() => void query.refetch()} className="rounded underline underline-offset-2">
          Try again
        </button>
      </p>
    );
  }
  return (
    <ol aria-label="Earlier versions" className="grid gap-2 border-s-2 border-line ps-3">
      {query.data.items
        .filter((version) => version.number < assessment.version)
        .map((version) => (
          <li key={version.number} className="grid gap-1 text-sm">
            <p className="text-xs text-ink-3">
              Version {version.number} <TimeAgo at={version.submittedAt} />
            </p>
            <JudgedAs assessment={version} scale={scale} />
            <Markdown text={version.rationale} className="text-ink-2" />
          </li>
        ))}
    </ol>
  );
}
