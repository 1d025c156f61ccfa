"use client";

import { draftKey, forgetDrafts, keepDrafts, type DraftOwner } from "@/lib/ui/drafts";
import { useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds without typing until a draft is on this device. */
const KEEP_DELAY = 200;

/** `refused`: the browser forbids storage. */
export type DraftStatus = "none" | "waiting" | "kept" | "refused";

/** The fields of a draft. Asked only when it is kept: writing a long text out takes a while. */
export type DraftContent<Field extends string> = () => Record<Field, string>;

interface KeptDraft<Field extends string> {
  owner: DraftOwner;
  /** Of the record that the draft is about. */
  version: number;
  /** The names of all fields; keep the identity. */
  fields: readonly Field[];
  /** What there is to keep; a new function whenever it changes. Null while there is nothing. */
  content: DraftContent<Field> | null;
}

/**
 * Keeps what somebody wrote on this device, a moment after it changed and at once when the page goes; leaving warns only while it is
 * not kept. What there is nothing of any more is forgotten.
 */
export function useKeptDraft<Field extends string>(draft: KeptDraft<Field>): DraftStatus {
  const { content } = draft;
  const [done, setDone] = useState<{ content: DraftContent<Field>; kept: boolean } | null>(null);
  const isKept = content === null || (done?.content === content && done.kept);
  const latest = useRef({ ...draft, isKept });
  /** The version under which something may be kept. */
  const keptUnder = useRef<number | null>(null);
  useEffect(() => {
    latest.current = { ...draft, isKept };
  });

  const forget = useCallback(async (version: number) => {
    const { owner, fields } = latest.current;
    await forgetDrafts(fields.map((field) => draftKey(owner, field, version)));
  }, []);
  const keep = useCallback(async () => {
    const { owner, version, fields, content: what } = latest.current;
    if (!what) return;
    const values = what();
    const before = keptUnder.current;
    keptUnder.current = version;
    const kept = await keepDrafts(
      owner,
      fields.map((field) => ({ field, value: values[field], base: "", version })),
    );
    if (before !== null && before !== version) await forget(before);
    setDone({ content: what, kept });
  }, [forget]);

  useEffect(() => {
    if (content) {
      keptUnder.current ??= latest.current.version;
      const timer = setTimeout(() => void keep(), KEEP_DELAY);
      return () => clearTimeout(timer);
    }
    if (keptUnder.current !== null) void forget(keptUnder.current);
    keptUnder.current = null;
    return undefined;
  }, [content, keep, forget]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (latest.current.isKept) return;
      void keep();
      event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden" && !latest.current.isKept) void keep();
    };
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      if (!latest.current.isKept) void keep();
    };
  }, [keep]);

  if (!content) return "none";
  if (done?.content !== content) return "waiting";
  return done.kept ? "kept" : "refused";
}
