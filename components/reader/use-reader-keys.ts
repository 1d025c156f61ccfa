import { useShortcuts } from "@/components/ui/keyboard";
import type { SpanEnd } from "@/lib/anchoring/snap";
import type { Span } from "@/lib/domain/text";
import { stepEnd, type Step } from "./resize";
import type { ReaderClaim, SelectionAction } from "./types";

interface ReaderKeys {
  text: string;
  lang: string;
  caret: number | null;
  selected: ReaderClaim | undefined;
  onAction: ((action: SelectionAction) => void) | undefined;
  onResize: ((fragments: Span[]) => void) | undefined;
}

/** The page-wide keys of the text: N, A and M for the selection, brackets for the ends of the open claim. */
export function useReaderKeys({ text, lang, caret, selected, onAction, onResize }: ReaderKeys): void {
  const step = (end: SpanEnd, how: Step) => {
    if (selected) onResize?.(stepEnd(text, selected.fragments, caret, end, how, lang));
  };
  useShortcuts({ n: () => onAction?.("new"), a: () => onAction?.("add"), m: () => onAction?.("discuss") }, { enabled: onAction !== undefined });
  useShortcuts(
    {
      "[": () => step("end", "shrink"),
      "]": () => step("end", "grow"),
      "shift+[": () => step("start", "shrink"),
      "shift+]": () => step("start", "grow"),
    },
    { enabled: selected !== undefined && onResize !== undefined },
  );
}
