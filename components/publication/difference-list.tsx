import { diffParts } from "@/components/draft/diff-parts";
import { WordDiff } from "@/components/ui/word-diff";
import type { Difference } from "@/lib/exporters/report-differences";

const PARTS: Record<Extract<Difference, { kind: "claim_changed" }>["parts"][number], string> = {
  statement: "statement",
  verdict: "verdict",
  ruling: "ruling",
  evidence: "evidence",
  quotes: "quotes",
  details: "details",
};

/** Names of fields that are no words of the page. */
const FACTS: Record<string, string> = { publishedOn: "publication date", url: "address", kind: "kind", language: "language" };

/** The most lines; more than these nobody reads before publishing. */
const SHOWN = 50;

/** How what would be published differs from what is. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="text-sm text-ink-2">Nothing has changed since the last publication.</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {differences.slice(0, SHOWN).map((difference) => (
        <li key={"claimId" in difference ? difference.claimId : difference.kind} className="grid grid-cols-[6.5rem_1fr] gap-3">
          <span className="text-ink-2">{nameOf(difference)}</span>
          <div className="grid min-w-0 gap-1 wrap-anywhere">
            <p dir="auto">{sentenceOf(difference)}</p>
            {"words" in difference &&
              difference.words.map(({ name, before, after }) => (
                <p key={name} dir="auto">
                  <span className="text-ink-2">{capitalized(FACTS[name] ?? name)}: </span>
                  <WordDiff parts={diffParts(before, after)} />
                </p>
              ))}
          </div>
        </li>
      ))}
      {differences.length > SHOWN && <li className="text-ink-2">and {differences.length - SHOWN} more</li>}
    </ul>
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function nameOf({ kind }: Difference): string {
  if (kind === "claim_added") return "New claim";
  if (kind === "claim_gone") return "Claim gone";
  if (kind === "claim_changed") return "Claim changed";
  return kind === "text" ? "Text" : "Facts";
}

function sentenceOf(difference: Difference): string {
  if (difference.kind === "text") return `Revision ${difference.after} instead of ${difference.before}`;
  if (difference.kind === "facts") return "Of the document itself";
  if (difference.kind === "claim_changed") return `${difference.statement} (${difference.parts.map((part) => PARTS[part]).join(", ")})`;
  return difference.statement;
}
