import { inlineRuns, type Run } from "@/components/reader/inline-runs";
import type { Layer } from "@/components/reader/layers";
import { memo, type ReactNode } from "react";
import type { EditedBlock } from "./edited-block";

interface BlockWordsProps {
  block: EditedBlock;
  /** Claims on the block; offsets count from its own start. */
  layers: readonly Layer[];
}

/** A block's text with its marks. A link cannot be followed here: a click on it means the words. */
export const BlockWords = memo(function BlockWords({ block, layers }: BlockWordsProps) {
  return inlineRuns({ ...block, start: 0, end: block.text.length }, layers).map(({ href, runs }, index) => {
    const words = runs.map((run) => <Words key={run.start} text={block.text} run={run} />);
    return href === null ? (
      words
    ) : (
      <span key={index} title={href} className="underline decoration-line-3 decoration-1 underline-offset-3">
        {words}
      </span>
    );
  });
});

function Words({ text, run }: { text: string; run: Run }): ReactNode {
  let content: ReactNode = text.slice(run.start, run.end);
  for (const style of run.styles) {
    const Style = style === "emphasis" ? "em" : style;
    content = <Style>{content}</Style>;
  }
  if (run.layers.length === 0) return content;
  return (
    <span className="reader-mark" data-layers={run.layers.join(" ")}>
      {content}
    </span>
  );
}
