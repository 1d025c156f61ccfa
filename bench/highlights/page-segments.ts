import { plainParagraphs, type Marked } from "./surface";

/* Flat elements: each paragraph is cut wherever a mark begins or ends, and drawn anew. */

const { blocks, text } = window.shown;
const paragraphs = plainParagraphs(window.shown).children;
let all: Marked[] = [];

function draw(index: number): void {
  const block = blocks[index];
  const paragraph = paragraphs[index];
  if (!block || !paragraph) return;
  const here = all.filter((mark) => mark.start < block.end && mark.end > block.start);
  const cuts = new Set([block.start, block.end]);
  for (const mark of here) cuts.add(Math.max(mark.start, block.start)).add(Math.min(mark.end, block.end));
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces = sorted.slice(0, -1).map((start, position) => {
    const end = sorted[position + 1] ?? start;
    const top = here.findLast((mark) => mark.start <= start && mark.end >= end);
    if (!top) return text.slice(start, end);
    const element = document.createElement("mark");
    element.className = `tone-${String(top.tone)}`;
    element.textContent = text.slice(start, end);
    return element;
  });
  paragraph.replaceChildren(...pieces);
}

function touched(marks: readonly Marked[]): Set<number> {
  const indexes = new Set<number>();
  let index = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    while ((blocks[index]?.end ?? Infinity) <= mark.start) index += 1;
    for (let at = index; (blocks[at]?.start ?? Infinity) < mark.end; at += 1) indexes.add(at);
  }
  return indexes;
}

/** Drawing asks for the marks of one paragraph, so they are kept by paragraph while many are drawn. */
function drawAll(marks: readonly Marked[]): void {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  for (const index of touched(marks)) {
    const block = blocks[index];
    if (!block) continue;
    all = sorted.filter((mark) => mark.start < block.end && mark.end > block.start);
    draw(index);
  }
  all = sorted;
}

window.surface = {
  show: drawAll,
  add: (mark) => {
    all = [...all, mark];
    for (const index of touched([mark])) draw(index);
  },
  drawn: () => true,
};
