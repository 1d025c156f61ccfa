import type { ReportClaim } from "./report-claim";
import { spoken } from "./words";

/** What the desk notes about a claim, as names and values; only what is filled in. */
export function deskRows(desk: NonNullable<ReportClaim["desk"]>): { name: string; value: string }[] {
  return [
    { name: "Assigned to", value: desk.assignees.join(", ") },
    { name: "Check-worthiness", value: spoken(desk.checkWorthiness ?? "") },
    { name: "Skipped", value: spoken(desk.skipReason ?? "") },
    { name: "Note", value: desk.skipNote },
    { name: "Ruled by", value: desk.rulingBy ?? "" },
  ].filter(({ value }) => value.trim() !== "");
}
