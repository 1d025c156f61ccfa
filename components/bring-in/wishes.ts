import type { Finding, ForeignClaimView } from "@/lib/domain/foreign";

/** What is wished of the claims of a file, as the API takes it. */
export interface Wishes {
  doubtful: "bring" | "skip";
  lost: "bring" | "skip";
  already: "bring" | "skip";
  /** Claims that are left out, by their index. */
  except: number[];
}

/** What is wished unless said. */
export const USUAL: Wishes = { doubtful: "bring", lost: "skip", already: "skip", except: [] };

/** Which of the claims are shown. */
export type Show = "all" | Finding | "already";

/** In which group a claim is listed: what is there already counts as that, wherever it was found. */
export function groupOf({ already, finding }: ForeignClaimView): Exclude<Show, "all"> {
  return already === null ? finding : "already";
}

/** True when the claim's group comes along; single claims may still be left out. */
export function isWished(claim: ForeignClaimView, wishes: Wishes): boolean {
  if (claim.already !== null && wishes.already === "skip") return false;
  return claim.finding === "found" || wishes[claim.finding] === "bring";
}

/** The claims that would be brought in. */
export function chosenOf(claims: readonly ForeignClaimView[], wishes: Wishes): ForeignClaimView[] {
  const except = new Set(wishes.except);
  return claims.filter((claim) => isWished(claim, wishes) && !except.has(claim.index));
}
