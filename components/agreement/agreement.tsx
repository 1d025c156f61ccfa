"use client";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { AgreementView } from "@/lib/domain/agreement-report";
import { countOf } from "@/lib/ui/format";
import { AgreementFilters } from "./agreement-filters";
import { AgreementSection } from "./agreement-section";
import { ConfusionMatrix } from "./confusion-matrix";
import { FigureChart, FigureTable } from "./figure-chart";
import { LabelChart, LabelTable } from "./label-chart";
import { useAgreementAddress } from "./use-agreement-address";

/** How far the reviewers of a document agree: coefficients, who says what instead of what, and each label. */
export function Agreement({ view }: { view: AgreementView }) {
  const { report, scale, pair, unjudgeable } = view;
  const address = useAgreementAddress(view);
  const counts = [
    `${countOf(report.claims, "claim")} with two judgements or more`,
    countOf(report.judgements, "judgement"),
    ...(unjudgeable > 0 ? [`${unjudgeable} that could not be judged`] : []),
  ];
  return (
    <div className="grid gap-8" aria-busy={address.pending}>
      <div className="grid gap-5">
        <PageHeader title="Agreement" description="How far reviewers come to the same verdict. What is still being assessed blind is not counted." />
        <AgreementFilters view={view} address={address} />
        <p role="status" className="text-sm text-ink-2">
          {counts.join(" · ")}
        </p>
      </div>
      {report.claims === 0 ? (
        <EmptyState title="Nothing to compare yet">
          Agreement can be measured once two people have judged the same claim, and you may see both judgements. A longer period, or all reviewers, may show
          more.
        </EmptyState>
      ) : (
        <>
          <AgreementSection
            title="Figures"
            description="1 is perfect, 0 is what chance would give. The bars are 95 % intervals, by resampling the claims. Krippendorff asks for 0.8 to rely on, and for 0.667 to conclude tentatively."
            csv={address.csv("figures")}
            chart={<FigureChart figures={report.figures} />}
            table={<FigureTable figures={report.figures} />}
          />
          <AgreementSection
            title="Who says what"
            description={
              pair
                ? `Rows are the verdicts of ${pair[0].name}, columns those of ${pair[1].name}, in claims.`
                : "How often each verdict met each other one on the same claim; every pair counts both ways round."
            }
            csv={address.csv("confusion")}
            chart={<ConfusionMatrix report={report} scale={scale} pair={pair} />}
          />
          <AgreementSection
            title="Label by label"
            description="When one reviewer chose a label, how often another chose it too. Short bars show where the scale needs a clearer boundary rule."
            csv={address.csv("labels")}
            chart={<LabelChart labels={report.labels} scale={scale} />}
            table={<LabelTable labels={report.labels} scale={scale} />}
          />
          <p className="text-sm">
            <a href={address.csv("judgements")} download className="text-accent underline underline-offset-3">
              Download the judgements behind these figures (CSV)
            </a>
          </p>
        </>
      )}
    </div>
  );
}
