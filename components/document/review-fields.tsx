"use client";

import {
  PANEL_RULE_NAMES,
  PANEL_RULES,
  REVIEW_MODE_NAMES,
  REVIEW_MODES,
  REVIEWERS_MAX,
  REVIEWERS_MIN,
  type PanelRule,
  type ReviewMode,
} from "@/lib/domain/review";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { FieldNotes } from "@/components/draft/field-notes";
import { Checkbox } from "@/components/ui/checkbox";
import { SavedChoice } from "./saved-choice";

interface ReviewFieldsProps {
  mode: SavedField<ReviewMode>;
  /** A number, as text. */
  reviewers: SavedField<string>;
  panelRule: SavedField<PanelRule>;
  /** Documents only. */
  marksApart?: SavedField<boolean>;
  disabled?: boolean;
  hint?: string;
}

const MODES = REVIEW_MODES.map((value) => ({ value, label: REVIEW_MODE_NAMES[value] }));
const RULES = PANEL_RULES.map((value) => ({ value, label: PANEL_RULE_NAMES[value] }));
const NUMBERS = Array.from({ length: REVIEWERS_MAX - REVIEWERS_MIN + 1 }, (_, index) => String(REVIEWERS_MIN + index)).map((value) => ({
  value,
  label: value,
}));

const EXPLANATIONS: Record<ReviewMode, string> = {
  proposal: "Reviewers propose a verdict, and an editor rules. Reviewers see each other’s proposals once they have submitted their own.",
  blind: "Each assesses without knowing of the others. If all agree, that is the ruling, and an editor writes its words; else the claim is contested.",
  panel: "Each votes without knowing of the others. Once all have voted, the rule says what carries; where nothing does, the claim is contested.",
};

/** How claims come to their verdict. */
export function ReviewFields({ mode, reviewers, panelRule, marksApart, disabled = false, hint }: ReviewFieldsProps) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-2 sm:max-w-96">
        <SavedChoice label="Mode" field={mode} options={MODES} disabled={disabled} hint={hint} />
        <p className="text-xs text-pretty text-ink-2">{EXPLANATIONS[mode.value]}</p>
      </div>
      {marksApart && (
        <div className="grid gap-1 sm:max-w-96">
          <Checkbox
            label="Each reviewer marks for themselves"
            hint="Nobody sees another’s marks before they are submitted; then what means the same becomes one claim. Until that is ended here, nobody marks claims in the text."
            checked={marksApart.value}
            disabled={disabled}
            onChange={(event) => marksApart.onChange(event.target.checked)}
          />
          <FieldNotes label="Each reviewer marks for themselves" field={marksApart} show={(value) => (value ? "On" : "Off")} />
        </div>
      )}
      {mode.value !== "proposal" && (
        <div className="grid gap-4 sm:max-w-96 sm:grid-cols-2">
          <SavedChoice label={mode.value === "panel" ? "Votes a claim" : "Assessments a claim"} field={reviewers} options={NUMBERS} disabled={disabled} />
          {mode.value === "panel" && <SavedChoice label="What carries" field={panelRule} options={RULES} disabled={disabled} />}
        </div>
      )}
    </div>
  );
}
