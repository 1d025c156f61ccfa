"use client";

import { useCommands } from "@/components/desk/use-commands";
import { FileInput, FilePenLine, GitCompareArrows, Globe, Highlighter, History, Scale, ScanEye, Settings, Users } from "lucide-react";
import type { PaletteItem } from "@/components/ui/command-palette";
import type { DocumentView } from "@/lib/domain/views";

interface DocumentCommandsProps {
  document: Pick<DocumentView, "id" | "can" | "marksApart">;
  /** True while some quote has no sure place. */
  doubtful: boolean;
  go: (href: string) => void;
  look: () => void;
  step: (by: 1 | -1) => void;
  takeOut: () => void;
  /** Left out for those who take no part in discussions. */
  discuss: (() => void) | undefined;
}

/** Offers in the palette what can be done with the document as a whole. */
export function DocumentCommands({ step, takeOut, discuss, ...props }: DocumentCommandsProps) {
  useCommands("This document", [
    { id: "document.next", label: "Next claim", shortcut: "j", run: () => step(1) },
    { id: "document.previous", label: "Previous claim", shortcut: "k", run: () => step(-1) },
    ...waysFrom(props),
    ...(discuss ? [{ id: "document.discussion", label: "Discussion of the document", keywords: ["comments", "threads", "talk"], run: discuss }] : []),
    { id: "document.take-out", label: "Take out…", keywords: ["export", "download", "html", "csv", "markdown"], run: takeOut },
  ]);
  return null;
}

/** To what else there is of the document. */
function waysFrom({
  document: { id, can, marksApart },
  doubtful,
  go,
  look,
}: Pick<DocumentCommandsProps, "document" | "doubtful" | "go" | "look">): PaletteItem[] {
  const path = `/documents/${id}`;
  const items: PaletteItem[] = [
    {
      id: "document.revisions",
      label: "Revisions",
      keywords: ["history", "compare", "versions"],
      icon: <History size={16} />,
      run: () => go(`${path}/revisions`),
    },
  ];
  if (marksApart && can.seeAgreement)
    items.unshift({
      id: "document.marks",
      label: "Mark for yourself",
      keywords: ["independent", "apart", "spans"],
      icon: <Highlighter size={16} />,
      run: () => go(`${path}/marks`),
    });
  if (can.mark)
    items.push({
      id: "document.bring-in",
      label: "Bring in claims",
      keywords: ["import", "annotations", "csv", "hypothesis", "recogito", "claimreview"],
      icon: <FileInput size={16} />,
      run: () => go(`${path}/bring-in`),
    });
  if (can.seePublication)
    items.push({
      id: "document.publish",
      label: "Publish",
      keywords: ["public", "readers", "corrections", "embed"],
      icon: <Globe size={16} />,
      run: () => go(`${path}/publish`),
    });
  if (can.assign)
    items.push({
      id: "document.assign",
      label: "Assign claims",
      keywords: ["people", "reviewers", "plan", "share out", "deadline"],
      icon: <Users size={16} />,
      run: () => go(`${path}/assign`),
    });
  if (can.seeAgreement) {
    items.push({
      id: "document.adjudicate",
      label: "Disagreements",
      keywords: ["adjudicate", "contested", "compare", "assessments"],
      icon: <GitCompareArrows size={16} />,
      run: () => go(`${path}/adjudicate`),
    });
    items.push({
      id: "document.agreement",
      label: "Agreement",
      keywords: ["kappa", "alpha", "reviewers", "confusion"],
      icon: <Scale size={16} />,
      run: () => go(`${path}/agreement`),
    });
  }
  if (doubtful)
    items.unshift({ id: "document.look", label: "Needs a look", keywords: ["orphans", "uncertain", "quotes"], icon: <ScanEye size={16} />, run: look });
  if (can.edit)
    items.unshift({
      id: "document.text",
      label: "Correct the text",
      keywords: ["edit", "revise", "replace", "import"],
      icon: <FilePenLine size={16} />,
      run: () => go(`${path}/text`),
    });
  if (can.edit)
    items.push({
      id: "document.settings",
      label: "Document settings",
      keywords: ["title", "scale"],
      icon: <Settings size={16} />,
      run: () => go(`${path}/settings`),
    });
  return items;
}
