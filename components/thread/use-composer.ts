"use client";

import { useKeptDraft } from "@/components/draft/use-kept-draft";
import { draftsOf, type DraftOwner } from "@/lib/ui/drafts";
import { apiErrorOf } from "@/lib/ui/api";
import { useEffect, useMemo, useState } from "react";

const FIELDS = ["comment"] as const;

export interface Composer {
  value: string;
  write: (value: string) => void;
  /** Sends what is written; true when it was taken. */
  send: () => Promise<boolean>;
  sending: boolean;
  /** Why it was not taken, as a sentence. */
  problem: string | null;
}

/** What somebody writes in a discussion: kept on this device until the server has it. */
export function useComposer(personId: string, record: string, deliver: (body: string) => Promise<void>, initial = ""): Composer {
  const [value, setValue] = useState(initial);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const owner = useMemo((): DraftOwner => ({ personId, record }), [personId, record]);
  const content = useMemo(() => (value === initial || value.trim() === "" ? null : () => ({ comment: value })), [value, initial]);
  useKeptDraft({ owner, version: 1, fields: FIELDS, content });

  useEffect(() => {
    let left = false;
    void draftsOf(owner).then(([draft]) => {
      const kept = draft?.value;
      if (!left && typeof kept === "string") setValue((now) => (now === initial ? kept : now));
    });
    return () => {
      left = true;
    };
  }, [owner, initial]);

  async function send(): Promise<boolean> {
    if (value.trim() === "" || sending) return false;
    setSending(true);
    setProblem(null);
    try {
      await deliver(value);
      setValue("");
      return true;
    } catch (error) {
      setProblem(`Not sent; your words are kept. ${apiErrorOf(error).message}`);
      return false;
    } finally {
      setSending(false);
    }
  }

  return { value, write: setValue, send, sending, problem };
}
