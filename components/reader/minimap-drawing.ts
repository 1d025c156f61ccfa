import { blockIndexAt, type TextMap } from "@/lib/anchoring/dom";
import type { HighlightTone } from "@/lib/domain/scale";
import { TONE_TOKEN } from "./tone-color";
import type { ReaderClaim } from "./types";
import { sectionsOf } from "./viewport";

/** Height of a tick in pixels; that of the open claim is one more. */
const TICK = 3;

export interface MinimapDrawing {
  showClaims: (claims: readonly ReaderClaim[]) => void;
  /** Only copies the ticks and draws the open claim's over them. */
  showSelected: (claim: ReaderClaim | undefined) => void;
  /** After the text changed its size. */
  measure: () => void;
  /** After the colours changed. */
  recolour: () => void;
  stop: () => void;
}

/**
 * Draws the ticks in three steps, each kept until something it depends on changes: where the sections stand, the ticks of all
 * claims on a canvas out of sight, and the visible canvas. It draws after the page was painted, so that nobody waits for it.
 */
export function createMinimapDrawing(canvas: HTMLCanvasElement, map: TextMap, scroller: HTMLElement): MinimapDrawing {
  const hidden = document.createElement("canvas");
  let heightAt: ((offset: number) => number) | null = null;
  let ticks: HTMLCanvasElement | null = null;
  let claims: readonly ReaderClaim[] = [];
  let selected: ReaderClaim | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    frame = 0;
    heightAt ??= measureSections(map, scroller);
    ticks ??= drawTicks(hidden, canvas, claims, heightAt);
    canvas.width = ticks.width;
    canvas.height = ticks.height;
    const context = canvas.getContext("2d");
    if (!context || ticks.width === 0 || ticks.height === 0) return;
    context.drawImage(ticks, 0, 0);
    if (selected) drawTone(context, canvas, selected.tone, [selected], heightAt, { inset: 1, thickness: TICK + 1 });
  }
  function schedule(): void {
    frame ||= requestAnimationFrame(() => {
      timer = setTimeout(draw);
    });
  }

  return {
    showClaims: (now) => {
      claims = now;
      ticks = null;
      schedule();
    },
    showSelected: (claim) => {
      selected = claim;
      schedule();
    },
    measure: () => {
      heightAt = null;
      ticks = null;
      schedule();
    },
    recolour: () => {
      ticks = null;
      schedule();
    },
    stop: () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

function drawTicks(
  hidden: HTMLCanvasElement,
  canvas: HTMLCanvasElement,
  claims: readonly ReaderClaim[],
  heightAt: (offset: number) => number,
): HTMLCanvasElement {
  hidden.width = Math.round(canvas.clientWidth * window.devicePixelRatio);
  hidden.height = Math.round(canvas.clientHeight * window.devicePixelRatio);
  const context = hidden.getContext("2d");
  if (!context) return hidden;
  for (const tone of new Set(claims.map((claim) => claim.tone))) {
    const alike = claims.filter((claim) => claim.tone === tone);
    drawTone(context, canvas, tone, alike, heightAt, { inset: 4, thickness: TICK });
  }
  return hidden;
}

interface TickShape {
  inset: number;
  thickness: number;
}

function drawTone(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  tone: HighlightTone,
  claims: readonly ReaderClaim[],
  heightAt: (offset: number) => number,
  { inset, thickness }: TickShape,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  context.save();
  context.scale(window.devicePixelRatio, window.devicePixelRatio);
  context.fillStyle = getComputedStyle(canvas).getPropertyValue(TONE_TOKEN[tone]);
  // Thousands of ticks fall on the same few hundred rows.
  const rows = new Set(claims.flatMap((claim) => claim.fragments.map(({ start }) => Math.round(heightAt(start) * height))));
  for (const row of rows) context.fillRect(inset, row, width - 2 * inset, thickness);
  context.restore();
}

/** Where an offset stands in the whole scrolled height, from 0 to 1, by the boxes of the sections: those out of view are not laid out for it. */
function measureSections(map: TextMap, scroller: HTMLElement): (offset: number) => number {
  const { scrollHeight } = scroller;
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const places = sectionsOf(map.root).map(({ element, from, to }) => {
    const { top, height } = element.getBoundingClientRect();
    return { start: map.blocks[from]?.start ?? 0, end: map.blocks[to - 1]?.end ?? 0, top: top - origin, height };
  });
  return (offset) => {
    const place = places[blockIndexAt(places, offset)];
    return place ? (place.top + (place.height * (offset - place.start)) / (place.end - place.start)) / scrollHeight : 0;
  };
}
