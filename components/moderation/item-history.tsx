"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/time-ago";
import { DECISION_NAMES, type DecisionView } from "@/lib/domain/moderation";
import { AppealAnswer } from "./appeal-answer";

/** What moderators decided about a thing, the latest first, with what was asked against it. */
export function ItemHistory({ history }: { history: readonly DecisionView[] }) {
  const [all, setAll] = useState(false);
  if (history.length === 0) return null;
  const shown = all ? history : history.filter((decision, index) => index === 0 || decision.appeal?.settled === null);
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <ol aria-label="Decisions" className="grid gap-2 text-xs text-ink-2">
        {shown.map((decision) => (
          <li key={decision.id} className="grid gap-0.5">
            <p>
              <strong className="font-semibold">{DECISION_NAMES[decision.kind].done}</strong> by <bdi>{decision.by.name}</bdi>, <TimeAgo at={decision.at} />
              {decision.rule && <span dir="auto">: {decision.rule}</span>}
            </p>
            {decision.message && (
              <p dir="auto" className="whitespace-pre-line">
                Told: {decision.message}
              </p>
            )}
            {decision.note && (
              <p dir="auto" className="whitespace-pre-line">
                Note: {decision.note}
              </p>
            )}
            {decision.appeal && <AppealAnswer appeal={decision.appeal} kind={decision.kind} />}
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <Button size="sm" variant="ghost" className="justify-self-start" onClick={() => setAll(true)}>
          Show all {history.length} decisions
        </Button>
      )}
    </div>
  );
}
