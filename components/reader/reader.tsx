"use client";

import { Suspense, useDeferredValue, useEffect, useId, useImperativeHandle, useMemo, useState, type KeyboardEvent } from "react";
import { part, waitingForNetwork } from "@/components/ui/part";
import { whenIdle } from "@/components/ui/when-idle";
import { createTextMap, type TextMap } from "@/lib/anchoring/dom";
import { createIntervalIndex, type IntervalIndex } from "@/lib/anchoring/intervals";
import type { Span } from "@/lib/domain/text";
import { handleCaretKey, placeCaret } from "./caret-keys";
import type { Choice } from "./claim-chooser";
import { caretBox } from "./hit-test";
import { claimLayers, momentLayers, otherLayers, pendingLayers, placeLayers, type Layer } from "./layers";
import { OffsetMark } from "./offset-mark";
import "./reader.css";
import { reveal } from "./reveal";
import { TextBlocks } from "./text-blocks";
import type { ReaderClaim, ReaderProps, SelectionAction } from "./types";
import { useClaimPointer } from "./use-claim-pointer";
import { usePainting, useRangePainting } from "./use-painting";
import { useReaderKeys } from "./use-reader-keys";
import { readSelection, useTextSelection } from "./use-text-selection";
import { createViewport } from "./viewport";

const NO_LAYERS: readonly Layer[] = [];
const NO_SPANS: readonly Span[] = [];
const NOBODY: NonNullable<ReaderProps["others"]> = [];

// What stands over and beside the text is fetched once the text is there.
const fetchToolbar = () => import("./selection-toolbar");
const fetchChooser = () => import("./claim-chooser");
const fetchHandles = () => import("./fragment-handles");
const Minimap = part(
  () => import("./minimap"),
  (each) => each.Minimap,
);
const SelectionToolbar = part(fetchToolbar, (each) => each.SelectionToolbar);
const ClaimChooser = part(fetchChooser, (each) => each.ClaimChooser);
const FragmentHandles = part(fetchHandles, (each) => each.FragmentHandles);

/** As wide as the minimap, so that the text does not move when it comes. */
const MINIMAP_PLACE = <div className="reader-minimap" aria-hidden="true" />;

/**
 * The text under check, with its claims painted on it. It fills its parent and scrolls by itself. The text is rendered once:
 * claims, hovering and selecting only change what is painted over it.
 */
export function Reader({
  text,
  blocks,
  lang,
  dir,
  label,
  header,
  claims,
  pending = NO_SPANS,
  selectedClaimId,
  openClaim,
  hoveredClaimId,
  onHoverClaim,
  onOpenClaim,
  onSelectionAction,
  addable = true,
  onPlace,
  place = null,
  others = NOBODY,
  onCopyQuote,
  onResize,
  onPositionChange,
  painting = "auto",
  ref,
}: ReaderProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [preview, setPreview] = useState<Span[] | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const hintId = useId();

  const map = useMemo(() => (surface ? createTextMap(surface, blocks) : null), [surface, blocks]);
  const viewport = useMemo(() => (scroller && map ? createViewport(scroller, map) : null), [scroller, map]);
  // With ten thousand claims, what is done to one shows by itself at once, and among all the others a moment later.
  const settled = useDeferredValue(claims);
  const settledPending = useDeferredValue(pending);
  // Words being marked show at once, and stay until their claim is among the others.
  const marked = pending.length > 0 ? pending : settledPending;
  // Made when somebody first points at the text: a claim more or less is painted without it.
  const index = useMemo(
    () => onDemand(() => createIntervalIndex(settled.flatMap((claim) => claim.fragments.map(({ start, end }) => ({ start, end, value: claim }))))),
    [settled],
  );
  const selected = selectedClaimId === null ? undefined : openClaim?.id === selectedClaimId ? openClaim : claims.find(({ id }) => id === selectedClaimId);
  const hovered = hoveredClaimId === null ? undefined : claims.find(({ id }) => id === hoveredClaimId);

  const settledLayers = useMemo(() => claimLayers(settled), [settled]);
  const layers = useMemo(
    () => [...settledLayers, ...pendingLayers(marked), ...otherLayers(others), ...momentLayers(selected, hovered, preview ?? undefined), ...placeLayers(place)],
    [settledLayers, marked, others, selected, hovered, preview, place],
  );
  const byRanges = useRangePainting(painting);
  usePainting(map, viewport, layers, byRanges);

  useEffect(() => whenIdle(() => void Promise.all([fetchToolbar(), fetchChooser(), fetchHandles()])), []);
  useEffect(() => (map ? farPresses(map) : undefined), [map]);

  const selection = useTextSelection(map, text);
  const atCaret = useMemo(() => claimsAround(index, selection.caret), [index, selection.caret]);

  const open = (found: readonly ReaderClaim[], x: number, y: number) => {
    const [only, ...others] = found;
    if (only && others.length === 0) onOpenClaim(only.id);
    else if (only) setChoice({ claims: found, x, y });
  };
  const pointer = useClaimPointer(map, index, { onHover: onHoverClaim, onClaims: open });
  /** What is selected now; the rendered state may be a frame behind somebody who types fast. */
  const selectedNow = () => (map ? readSelection(map, text) : null);
  const act =
    onSelectionAction && !onPlace
      ? (action: SelectionAction) => {
          const span = selectedNow()?.span;
          if (span) onSelectionAction(action, span);
        }
      : undefined;
  const put =
    onPlace &&
    (() => {
      const span = selectedNow()?.span;
      if (span) onPlace(span);
    });
  const resize = selected && onResize && ((fragments: Span[]) => onResize(selected.id, fragments));
  useReaderKeys({ text, lang, caret: selection.caret, selected, onAction: act, onResize: resize });

  const caretClaimId = atCaret.at(-1)?.id ?? null;
  useEffect(() => onHoverClaim(caretClaimId), [caretClaimId, onHoverClaim]);

  // Where the text begins is read once: whoever opens a claim later decides about scrolling.
  const [firstClaim] = useState(selected);
  useEffect(() => {
    const first = firstClaim?.fragments[0];
    if (map && viewport && first) reveal(viewport.scroller, () => caretBox(map, first.start), "upper");
  }, [map, viewport, firstClaim]);

  useEffect(() => {
    if (!viewport || !onPositionChange) return undefined;
    const report = () => onPositionChange(viewport.top());
    report();
    return viewport.subscribe(report);
  }, [viewport, onPositionChange]);

  useImperativeHandle(ref, () => {
    const scrollToSpan = (span: Span) => {
      if (map && viewport) reveal(viewport.scroller, () => caretBox(map, span.start), "upper");
    };
    return {
      scrollToSpan,
      focusSpan: (span) => {
        surface?.focus({ preventScroll: true });
        if (map) placeCaret(map, span.start);
        scrollToSpan(span);
      },
      getSelection: () => (map ? readSelection(map, text).span : null),
      clearSelection: () => document.getSelection()?.removeAllRanges(),
    };
  }, [map, viewport, surface, text]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!map || !viewport || event.defaultPrevented) return;
    const { span, caret } = readSelection(map, text);
    const here = event.key === "Enter" && event.target === surface ? claimsAround(index, caret) : [];
    if (event.key === "Escape" && span && caret !== null) placeCaret(map, caret);
    else if (put && span && event.key === "Enter") put();
    else if (here.length > 0) {
      const box = caretBox(map, caret ?? 0);
      open(here, box?.left ?? 0, box?.bottom ?? 0);
    } else if (!handleCaretKey(event, { map, viewport, text, language: lang, rtl: dir === "rtl" })) return;
    event.preventDefault();
  }
  /** Whoever comes by keyboard finds a caret where the text is in view. */
  function onFocus(): void {
    if (map && viewport && surface?.matches(":focus-visible") && readSelection(map, text).caret === null) placeCaret(map, viewport.top());
  }
  function quote(): string {
    const span = selectedNow()?.span;
    return span ? text.slice(span.start, span.end) : "";
  }

  return (
    <div className="reader">
      <div ref={setScroller} className="reader-scroller">
        <div className="reader-column" lang={lang} dir={dir}>
          {header && <header className="reader-header">{header}</header>}
          <div className="reader-body">
            <div
              ref={setSurface}
              className="reader-surface"
              role="document"
              tabIndex={0}
              aria-label={label}
              aria-describedby={hintId}
              onKeyDown={onKeyDown}
              onFocus={onFocus}
              {...pointer}
            >
              <TextBlocks text={text} blocks={blocks} layers={byRanges ? NO_LAYERS : layers} />
            </div>
            {map && viewport && place && <OffsetMark className="reader-place" map={map} viewport={viewport} offset={place.start} />}
            {map &&
              viewport &&
              others.map(({ tab, name, start }) => (
                <OffsetMark key={tab} className="reader-other" map={map} viewport={viewport} offset={start}>
                  {name}
                </OffsetMark>
              ))}
            {/* Browsers draw no caret in text that cannot be edited. A new one at each place begins its blinking anew. */}
            {map && viewport && selection.caret !== null && (
              <OffsetMark key={selection.caret} className="reader-caret" map={map} viewport={viewport} offset={selection.caret} />
            )}
            <Suspense>
              {map && viewport && selected && resize && (
                <FragmentHandles map={map} viewport={viewport} text={text} claim={selected} onPreview={setPreview} onResize={resize} />
              )}
            </Suspense>
          </div>
        </div>
      </div>
      <Suspense fallback={MINIMAP_PLACE}>
        {map && viewport ? <Minimap map={map} viewport={viewport} claims={settled} selected={selected} /> : MINIMAP_PLACE}
      </Suspense>
      <Suspense>
        {map && scroller && selection.span && selection.settled && (
          <SelectionToolbar
            map={map}
            scroller={scroller}
            span={selection.span}
            addable={addable}
            movable={selected && resize ? selected.number : null}
            onAction={act ?? null}
            onPlace={put ?? null}
            quote={quote}
            onCopied={onCopyQuote}
          />
        )}
        {choice && <ClaimChooser choice={choice} onChoose={onOpenClaim} onPoint={onHoverClaim} onClose={() => setChoice(null)} />}
      </Suspense>
      <p id={hintId} className="sr-only">
        Arrow keys move a caret, with Control by words and paragraphs, with Alt and up or down by sentences. Shift selects. Enter opens the claim at the caret.
      </p>
      <p className="sr-only" aria-live="polite">
        {announcement(text, selection.span, atCaret)}
      </p>
    </div>
  );
}

/** Once the page rests, presses far away select in steps. Answers how to end it. */
function farPresses(map: TextMap): () => void {
  const wanted = new AbortController();
  whenIdle(() => void waitingForNetwork(() => import("./extend-selection")).then(({ extendByFarPresses }) => extendByFarPresses(map, wanted.signal)));
  return () => wanted.abort();
}

/** The claims over the character after the caret, else over the one before it. */
function claimsAround(index: () => IntervalIndex<ReaderClaim>, caret: number | null): ReaderClaim[] {
  if (caret === null) return [];
  const after = index().at(caret);
  return (after.length > 0 ? after : index().at(caret - 1)).map((interval) => interval.value);
}

/** Makes the thing at the first call, once. */
function onDemand<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Words of a long selection that are read out at each end. */
const READ_OUT = 60;

function announcement(text: string, span: Span | null, claims: readonly ReaderClaim[]): string {
  if (span) {
    const quote = text.slice(span.start, span.end);
    return quote.length <= 2 * READ_OUT ? `Selected: ${quote}` : `Selected: ${quote.slice(0, READ_OUT)} … ${quote.slice(-READ_OUT)}`;
  }
  return claims.map((claim) => `Claim ${claim.number}: ${claim.statement}`).join(". ");
}
