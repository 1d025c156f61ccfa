import { StateDot } from "@/components/ui/state-dot";
import { stateToneClass } from "@/components/verdict/tone";
import { isDecided, type ClaimState } from "@/lib/domain/claim";

/** The dot of a state: a ring while work goes on, filled once it is settled. */
export function ClaimStateDot({ state }: { state: ClaimState }) {
  const settled = isDecided(state) || state === "skipped" || state === "voided";
  return <StateDot shape={settled ? "filled" : "ring"} tone={stateToneClass(state)} />;
}
