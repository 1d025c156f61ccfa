"use client";

import { useEffect, useMemo, useState } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { useKeptDraft } from "@/components/draft/use-kept-draft";
import { draftsOf, type DraftOwner } from "@/lib/ui/drafts";

const FIELDS = ["pasted"] as const;
/** What others recorded is pasted on nothing that has versions. */
const VERSION = 1;

export interface PastedClaims {
  text: string;
  write: (text: string) => void;
  /** True while it is what came back from this device. */
  restored: boolean;
}

/** What somebody pasted to be brought into the document: kept on this device until it is brought in. */
export function usePastedClaims(documentId: string): PastedClaims {
  const { person } = useDesk();
  const [text, write] = useState("");
  const [back, setBack] = useState<string | null>(null);
  const owner = useMemo((): DraftOwner => ({ personId: person.id, record: `claims-of-others:${documentId}` }), [person.id, documentId]);
  const content = useMemo(() => (text.trim() === "" ? null : () => ({ pasted: text })), [text]);
  useKeptDraft({ owner, version: VERSION, fields: FIELDS, content });

  useEffect(() => {
    let left = false;
    void draftsOf(owner).then(([draft]) => {
      const kept = draft?.value;
      if (left || typeof kept !== "string") return;
      setBack(kept);
      write((now) => (now === "" ? kept : now));
    });
    return () => {
      left = true;
    };
  }, [owner]);

  return { text, write, restored: text !== "" && text === back };
}
