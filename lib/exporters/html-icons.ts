import type { HighlightTone } from "@/lib/domain/scale";

const RING = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';

/** A gauge per tone, from a full disc to a crossed ring, so that a verdict is told apart without its colour. */
const DRAWINGS: Record<HighlightTone, string> = {
  true: '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.6 4.1L7 9.7 4.6 7.4 3.4 8.6 7 12.1l5.8-5.8z"/>',
  "mostly-true": `${RING}<path d="M8 8V3.5a4.5 4.5 0 1 1-4.5 4.5z"/>`,
  half: `${RING}<path d="M8 3.5a4.5 4.5 0 0 1 0 9z"/>`,
  "mostly-false": `${RING}<path d="M8 3.5A4.5 4.5 0 0 1 12.5 8H8z"/>`,
  false:
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.5 4.4 4.4 5.5 6.9 8l-2.5 2.5 1.1 1.1L8 9.1l2.5 2.5 1.1-1.1L9.1 8l2.5-2.5-1.1-1.1L8 6.9z"/>',
  off: `${RING}<path d="M4.5 7.25h7v1.5h-7z"/>`,
  open: '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 2"/>',
  skipped: `${RING}<path d="m4.1 12.9 8.8-8.8-1-1-8.8 8.8z"/>`,
};

/** The drawings of the given tones, once for the whole page. */
export function iconSprite(tones: Iterable<HighlightTone>): string {
  const symbols = [...new Set(tones)].map((tone) => `<symbol id="i-${tone}" viewBox="0 0 16 16">${DRAWINGS[tone]}</symbol>`);
  return symbols.length === 0 ? "" : `<svg class="sprite" aria-hidden="true" focusable="false">${symbols.join("")}</svg>`;
}

/** The tone's drawing, in the tone's colour. */
export function icon(tone: HighlightTone): string {
  return `<svg class="i t-${tone}" aria-hidden="true" focusable="false"><use href="#i-${tone}"/></svg>`;
}
