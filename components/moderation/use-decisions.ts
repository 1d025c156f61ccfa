"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { canUndo, DECISION_NAMES, LEAVES_OPEN, type DecisionKind, type ModeratedView } from "@/lib/domain/moderation";
import { api, apiErrorOf } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";

/** What is decided, beside the kind. */
export interface DecisionWords {
  rule: string;
  message: string;
  note: string;
  until: string | null;
}

const NO_WORDS: DecisionWords = { rule: "", message: "", note: "", until: null };

export const thingKey = ({ subject, id }: Pick<ModeratedView, "subject" | "id">) => `${subject} ${id}`;

/** What the server is sent. Things are named as they were seen, so that two moderators do not decide past each other. */
export function decisionBody(things: readonly ModeratedView[], kind: DecisionKind, words: DecisionWords = NO_WORDS) {
  return { things: things.map(({ subject, id, history }) => ({ subject, id, last: history[0]?.id ?? null })), kind, ...words };
}

/** Decides about the listed things of the queue, and takes that back. What was decided leaves the list at once, until it is read anew. */
export function useDecisions(items: readonly ModeratedView[]) {
  const router = useRouter();
  /** Decided about, or taken back, by oneself: as they are listed they are not any more. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState(items);
  if (read !== items) {
    const listed = new Set(items.map(thingKey));
    setRead(items);
    setSettled(new Set([...settled].filter((key) => !listed.has(key))));
  }
  const settle = (things: readonly ModeratedView[]) => setSettled((before) => new Set([...before, ...things.map(thingKey)]));

  /** After the server has taken it, and has answered how the things stand now. */
  function done(things: readonly ModeratedView[], kind: DecisionKind, answer: readonly ModeratedView[]): void {
    if (!LEAVES_OPEN.includes(kind)) settle(things);
    const what = things.length === 1 ? (things[0]?.title ?? "") : countOf(things.length, "thing");
    const said = `${what}: ${DECISION_NAMES[kind].done.toLowerCase()}`;
    if (things.every(({ subject }) => canUndo(kind, subject))) toast.undo(said, () => void undo(answer));
    else toast.success(said);
    router.refresh();
  }

  async function undo(decided: readonly ModeratedView[]): Promise<void> {
    try {
      await api.post("/moderation/decisions/undo", { decisionIds: decided.flatMap(({ history }) => history[0]?.id ?? []) });
      // They come back as they stand then: what is decided about a thing as it was listed before would be refused.
      settle(decided);
      toast.success("The decision is taken back", "What was reported waits again as before.");
    } catch (error) {
      toast.error("The decision was not taken back", apiErrorOf(error).message);
    }
    router.refresh();
  }

  /** One without words. False when the server has refused it, which is said. */
  async function decide(things: readonly ModeratedView[], kind: DecisionKind): Promise<boolean> {
    try {
      done(things, kind, await api.post<ModeratedView[]>("/moderation/decisions", decisionBody(things, kind)));
      return true;
    } catch (error) {
      toast.error("Nothing was decided", apiErrorOf(error).message);
      router.refresh();
      return false;
    }
  }

  return { decide, done, isSettled: (thing: ModeratedView) => settled.has(thingKey(thing)) };
}
