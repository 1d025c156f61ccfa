import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { claimsFor } from "@/app/styleguide/claim/fixtures";
import { EvidenceSection } from "@/components/evidence/evidence-section";
import { DataCache } from "@/components/ui/data-cache";
import { SaveStatusProvider } from "@/lib/ui/save-status";

const nothing = () => undefined;

function shown(role: "editor" | "reader", adding: "question" | null = null): string {
  const claim = claimsFor(role).find(({ state }) => state === "in_review");
  if (!claim) throw new Error("The fixtures have no claim in review.");
  const section = { claim, personId: "user-1", apply: nothing, refresh: nothing, adding, onAdding: nothing, onDiscuss: undefined };
  return renderToStaticMarkup(
    <DataCache>
      <SaveStatusProvider personId="user-1">
        <EvidenceSection {...section} />
      </SaveStatusProvider>
    </DataCache>,
  );
}

it("shows a question with its answer, apart from the other evidence", () => {
  const html = shown("editor");
  const places = ["On which day did the delegation say", "On 14 April 2009.", "Other evidence", "Last plenary round"].map((words) => html.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it("offers to ask and to answer to those who work on claims, and to nobody else", () => {
  expect(shown("editor")).toMatch(/Another answer[^]*Ask a question/);
  expect(shown("reader")).not.toMatch(/Another answer|Ask a question/);
});

it("asks in place", () => {
  expect(shown("editor", "question")).toContain("What must be found out?");
});
