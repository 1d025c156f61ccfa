import { useDeferredValue, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { ClaimList } from "../../components/claim/claim-list";
import { Reader } from "../../components/reader/reader";
import type { ReaderClaim } from "../../components/reader/types";
import type { Span } from "../../lib/domain/text";
import type { ClaimSummaryView, ScaleView } from "../../lib/domain/views";
import type { HighlightTone } from "../../lib/domain/scale";
import type { Marked, Surface } from "./surface";

const TONES: readonly HighlightTone[] = ["true", "mostly-true", "half", "mostly-false", "false"];
const SCALE: ScaleView = { id: "scale", name: "Five points", version: 1, labels: [] };
const PAINTING = new URLSearchParams(location.search).get("painting") === "marks" ? "marks" : "auto";

/** The whole surface of the product: text, hit test, selection, minimap and claim list. */
function Page({ expose }: { expose: (surface: Surface) => void }) {
  const [claims, setClaims] = useState<{ painted: ReaderClaim[]; listed: ClaimSummaryView[] }>({ painted: [], listed: [] });
  const [pending, setPending] = useState<readonly Span[]>([]);
  // What is done to thousands is painted a moment later, as in the reader; the words that are being marked at once.
  const settled = useDeferredValue(claims);
  const painted = useRef(0);
  useLayoutEffect(() => {
    painted.current = pending.length > 0 ? claims.painted.length : settled.painted.length;
  }, [claims, settled, pending]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  expose({
    show: (marks) => flushSync(() => setClaims({ painted: marks.map(toPainted), listed: marks.map(toListed) })),
    add: (mark) =>
      flushSync(() => {
        setPending([{ start: mark.start, end: mark.end }]);
        setClaims(({ painted, listed }) => ({ painted: [...painted, toPainted(mark, painted.length)], listed: [...listed, toListed(mark, listed.length)] }));
      }),
    drawn: (count) => painted.current === count,
  });
  const { text, blocks } = window.shown;
  return (
    <div style={{ display: "grid", gridTemplateColumns: "15rem minmax(0, 1fr)", height: "100vh" }}>
      <div style={{ overflow: "auto", minHeight: 0 }}>
        <ClaimList claims={claims.listed} scale={SCALE} text={text} selectedId={openId} onOpen={setOpenId} onHover={setHoveredId} />
      </div>
      <Reader
        text={text}
        blocks={blocks}
        lang="en"
        dir="ltr"
        label="The text"
        claims={claims.painted}
        pending={pending}
        selectedClaimId={openId}
        hoveredClaimId={hoveredId}
        onHoverClaim={setHoveredId}
        onOpenClaim={setOpenId}
        painting={PAINTING}
      />
    </div>
  );
}

function toPainted({ id, tone, start, end }: Marked, index: number): ReaderClaim {
  return { id, number: index + 1, statement: `Claim ${String(index + 1)}`, tone: TONES[tone] ?? "half", fragments: [{ start, end }] };
}

function toListed({ id, start, end }: Marked, index: number): ClaimSummaryView {
  const empty = { version: 1, labelId: null, assigned: 0, assignments: [], tags: [], evidenceCount: 0 };
  return { ...empty, id, number: index + 1, statement: `Claim ${String(index + 1)}`, state: "spotted", anchors: [{ id, start, end, status: "exact" }] };
}

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<Page expose={(surface) => void (window.surface = surface)} />);
