import type { ReactNode, Ref } from "react";
import type { HighlightTone } from "@/lib/domain/scale";
import type { Block, Span } from "@/lib/domain/text";

/** What the text surface shows of a claim. Only fragments that have a place in this text. */
export interface ReaderClaim {
  id: string;
  number: number;
  statement: string;
  tone: HighlightTone;
  fragments: readonly Span[];
}

/** What can be done with selected text: a new claim, another fragment of a claim, the open claim moved here, or a discussion. */
export type SelectionAction = "new" | "add" | "move" | "discuss";

export interface ReaderHandle {
  /** Brings the span into the middle of the view, unless it is visible already. */
  scrollToSpan: (span: Span) => void;
  /** Scrolls to the span, puts the caret at its beginning, and the keyboard focus into the text. */
  focusSpan: (span: Span) => void;
  /** The selected span without white space at its ends; null when nothing is selected. */
  getSelection: () => Span | null;
  clearSelection: () => void;
}

export interface ReaderProps {
  text: string;
  blocks: readonly Block[];
  /** BCP 47; also decides how words and sentences are found. */
  lang: string;
  dir: "ltr" | "rtl";
  /** The accessible name of the text surface, usually the document's title. */
  label: string;
  /** Title and byline, shown above the text and not part of it. */
  header?: ReactNode;
  claims: readonly ReaderClaim[];
  /** Words that are marked and not yet at the server: painted like new claims. Keep the identity. */
  pending?: readonly Span[];
  /** The open claim; the text begins at the one that is open from the start. */
  selectedClaimId: string | null;
  /** The open claim as it is now, where `claims` may be a moment older. */
  openClaim?: ReaderClaim | undefined;
  hoveredClaimId: string | null;
  /** The claim under the pointer or the caret; null when it leaves. */
  onHoverClaim: (claimId: string | null) => void;
  onOpenClaim: (claimId: string) => void;
  /** Leave it out where nothing may be marked: then the toolbar offers copying only. */
  onSelectionAction?: ((action: SelectionAction, span: Span) => void) | undefined;
  /** False where a selection can only become something new, and is not added to what there is. */
  addable?: boolean | undefined;
  /** Given while the words of something are being chosen: then the toolbar and Enter offer nothing but to take the selected ones. */
  onPlace?: ((span: Span) => void) | undefined;
  /** A place that is spoken of beside the text: its words are set off; where it has none, a mark stands between the others. */
  place?: Span | null | undefined;
  /** What others have selected, with their names. */
  others?: readonly (Span & { tab: string; name: string })[] | undefined;
  /** Called after the quote was copied, or could not be. */
  onCopyQuote?: ((copied: boolean) => void) | undefined;
  /** The selected claim's whole new list of fragments, merged. Leave it out where the claim may not change. */
  onResize?: ((claimId: string, fragments: Span[]) => void) | undefined;
  /** The offset of the first visible block, whenever it changes; feed it to `sectionAt` for the outline. */
  onPositionChange?: ((offset: number) => void) | undefined;
  /** `marks` draws with elements instead of CSS highlights, as browsers without them do. */
  painting?: "auto" | "marks" | undefined;
  ref?: Ref<ReaderHandle> | undefined;
}
