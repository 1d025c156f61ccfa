"use client";

import { useKeptDraft } from "@/components/draft/use-kept-draft";
import { apiErrorOf } from "@/lib/ui/api";
import { draftKey, draftsOf, isOnItsWay, type DraftOwner } from "@/lib/ui/drafts";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";

const FIELDS = ["comment"] as const;
/** A comment is written on nothing that has versions. */
const VERSION = 1;

export interface Composer {
  value: string;
  write: (value: string) => void;
  /** Sends what is written; true when it was taken. */
  send: () => Promise<boolean>;
  sending: boolean;
  /** True while it waits for the network: it goes out by itself. */
  waiting: boolean;
  /** Why it was not taken, as a sentence. */
  problem: string | null;
}

/** What somebody writes in a discussion: kept on this device until the server has it. `deliver` gets the key of its draft, to be forgotten with it. */
export function useComposer(personId: string, record: string, deliver: (body: string, draft: string) => Promise<void>, initial = ""): Composer {
  const { outbox } = useSaveRegistry();
  const [value, setValue] = useState(initial);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const owner = useMemo((): DraftOwner => ({ personId, record }), [personId, record]);
  const content = useMemo(() => (value === initial || value.trim() === "" ? null : () => ({ comment: value })), [value, initial]);
  useKeptDraft({ owner, version: VERSION, fields: FIELDS, content });

  useEffect(() => {
    let left = false;
    void keptComment(owner).then((kept) => {
      if (!left && kept !== null) setValue((now) => (now === initial ? kept : now));
    });
    return () => {
      left = true;
    };
  }, [owner, initial]);
  const waits = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.getWaiting() > 0,
    () => false,
  );

  async function send(): Promise<boolean> {
    if (value.trim() === "" || sending) return false;
    setSending(true);
    setProblem(null);
    try {
      await deliver(value, keyOf(owner));
      setValue("");
      return true;
    } catch (error) {
      setProblem(`Not sent; your words are kept. ${apiErrorOf(error).message}`);
      return false;
    } finally {
      setSending(false);
    }
  }

  return { value, write: setValue, send, sending, waiting: sending && waits, problem };
}

function keyOf(owner: DraftOwner): string {
  return draftKey(owner, FIELDS[0], VERSION);
}

/** What was written here and not sent; nothing when it is on its way since an earlier visit. */
async function keptComment(owner: DraftOwner): Promise<string | null> {
  const [draft] = await draftsOf(owner);
  if (typeof draft?.value !== "string" || (await isOnItsWay(owner.personId, keyOf(owner)))) return null;
  return draft.value;
}
