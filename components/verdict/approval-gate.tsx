"use client";

import { cx } from "@/components/ui/cx";
import type { GateCondition } from "@/lib/domain/gate";
import { Check, Circle } from "lucide-react";

interface ApprovalGateProps {
  gate: readonly GateCondition[];
  canRule: boolean;
  canProve: boolean;
  /** Leads to where a missing condition is met; offered to those who can meet it. */
  onShow: (key: GateCondition["key"]) => void;
}

/** What is written into the ruling; a second signature is given by approving, and has no other place. */
const RULERS = new Set<GateCondition["key"]>(["ruling", "justification"]);

/** What approval needs: met or not, each by a sign and a word. */
export function ApprovalGate({ gate, canRule, canProve, onShow }: ApprovalGateProps) {
  const leads = (key: GateCondition["key"]) => key !== "signature" && (RULERS.has(key) ? canRule : canProve);
  return (
    <section aria-label="Before approval" className="grid gap-1.5">
      <h3 className="eyebrow">Before approval</h3>
      <ul className="grid gap-1 text-xs">
        {gate.map((condition) => (
          <li key={condition.key} className="flex items-center gap-2 text-ink-2">
            {condition.met ? (
              <Check aria-hidden size={12} strokeWidth={3} className="shrink-0 text-ok" />
            ) : (
              <Circle aria-hidden size={12} strokeWidth={2.5} className="shrink-0 text-warn" />
            )}
            <span className="sr-only">{condition.met ? "Met:" : "Missing:"}</span>
            <span className={cx(!condition.met && "text-ink")}>{condition.text}</span>
            {!condition.met && leads(condition.key) && (
              <button
                type="button"
                onClick={() => onShow(condition.key)}
                className="min-h-6 rounded px-1 text-ink-3 underline underline-offset-2 hover:text-ink"
              >
                Go there<span className="sr-only">: {condition.text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
