"use client";

import { useCallback, useRef } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { SavedChoice } from "@/components/document/saved-choice";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedDate } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ADVERSE, DECISION_NAMES, ENDS, type DecisionKind, type ModeratedView } from "@/lib/domain/moderation";
import { countOf } from "@/lib/ui/format";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";
import { decisionBody, thingKey, type useDecisions } from "./use-decisions";

interface DecisionDialogProps {
  things: readonly ModeratedView[];
  kind: DecisionKind;
  rules: readonly string[];
  decisions: ReturnType<typeof useDecisions>;
  /** True once it is decided. */
  onClose: (decided: boolean) => void;
}

type Values = { rule: string; message: string; note: string; until: string | null };
const BLANK = { version: null, fields: { rule: "", message: "", note: "", until: null } satisfies Values };
const NAMES = ["rule", "message", "note", "until"] as const;

const HINTS: Partial<Record<DecisionKind, string>> = {
  hide: "Nobody but moderators finds it any more. It can be shown again.",
  delete: "It is hidden, and gone for good after 30 days, a source with the evidence that it gives; the words of a comment are gone at once.",
  lock: "Everybody sees it, and nobody can change it until it is unlocked.",
  warn: "Nothing changes but that the person is told.",
  approve_first: "What the person writes is seen by others once a moderator has approved it.",
  restrict: "The person may read, and not write.",
  suspend: "The person may not come in. What they were to do goes back to the pool.",
  ban: "The person may not come in any more. What they were to do goes back to the pool.",
};

/** Why something is decided: the rule, what the person is told, and a note for moderators. */
export function DecisionDialog({ things, kind, rules, decisions, onClose }: DecisionDialogProps) {
  const { person } = useDesk();
  const { outbox } = useSaveRegistry();
  const answer = useRef<ModeratedView[]>([]);
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const words = { ...BLANK.fields, ...values };
      answer.current = await outbox.direct<ModeratedView[]>({
        method: "POST",
        path: "/moderation/decisions",
        body: decisionBody(things, kind, words),
        idempotencyKey,
        about: DECISION_NAMES[kind].todo,
      });
      return BLANK;
    },
    [kind, outbox, things],
  );
  const record = `decision:${kind}:${things.map(thingKey).join(",").slice(0, 200)}`;
  const form = useRecordSaver<Values>({ personId: person.id, record, snapshot: BLANK, autosaves: never, save });
  const adverse = ADVERSE.includes(kind);
  const title = `${DECISION_NAMES[kind].todo}: ${things.length === 1 ? (things[0]?.title ?? "") : countOf(things.length, "thing")}`;

  async function submit() {
    // A form sends what was written; where nothing was, there is nothing to keep and the decision goes by itself.
    if (NAMES.every((name) => form.field(name).value === BLANK.fields[name])) {
      if (await decisions.decide(things, kind)) onClose(true);
      return;
    }
    if (!(await form.submit())) return;
    onClose(true);
    decisions.done(things, kind, answer.current);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      title={title}
      description={HINTS[kind]}
      footer={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button type="submit" form="decision" variant={kind === "delete" || kind === "ban" ? "danger" : "primary"} loading={form.status === "saving"}>
            {DECISION_NAMES[kind].todo}
          </Button>
        </>
      }
    >
      <form
        id="decision"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {adverse && (
          <SavedChoice
            label="Rule that this goes against"
            field={form.field("rule")}
            options={[{ value: "", label: "Choose a rule" }, ...rules.map((rule) => ({ value: rule, label: rule }))]}
          />
        )}
        {ENDS.includes(kind) && <SavedDate label="Until the end of (for good while it is empty)" field={form.field("until")} />}
        {adverse && <SavedArea label="What the person is told" field={form.field("message")} rows={2} />}
        <SavedArea label="Note for moderators" field={form.field("note")} rows={2} />
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      </form>
    </Dialog>
  );
}
