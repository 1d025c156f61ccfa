import { progressText } from "@/components/claim/claim-tallies";
import { SegmentedBar } from "@/components/ui/segmented-bar";
import { stateToneClass } from "@/components/verdict/tone";
import { CLAIM_STATES, isDecided, STATE_NAMES, type ClaimState } from "@/lib/domain/claim";

/** Settled states first, so that the bar fills from its start. */
const ORDER: readonly ClaimState[] = [...CLAIM_STATES.filter(isDecided), ...CLAIM_STATES.filter((state) => !isDecided(state))];

/** How far the claims of a document are: a bar by state, and the two numbers that one asks for. */
export function DocumentProgress({ claims }: { claims: Partial<Record<ClaimState, number>> }) {
  const counts = ORDER.map((state) => ({ state, count: claims[state] ?? 0 })).filter((each) => each.count > 0);
  if (counts.length === 0) return <p className="text-xs text-ink-3">No claims yet</p>;
  const segments = counts.map(({ state, count }) => ({ key: state, count, tone: stateToneClass(state), title: `${STATE_NAMES[state]}: ${count}` }));
  return (
    <div className="grid gap-1.5">
      <SegmentedBar label={segments.map((segment) => segment.title).join(", ")} segments={segments} />
      <p className="text-xs text-ink-2 tabular-nums">{progressText(counts.flatMap(({ state, count }) => Array.from({ length: count }, () => ({ state }))))}</p>
    </div>
  );
}
