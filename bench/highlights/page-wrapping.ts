import { plainParagraphs, type Marked } from "./surface";

/*
 * Elements around the words of each mark, one mark after the other, as the Hypothesis client does: the offsets are followed through the text
 * nodes of the page, the nodes in between are split, and each is put into an element. It anchors ten at a time and lets the page breathe.
 */

const BATCH = 10;
const root = plainParagraphs(window.shown);
let done = 0;

function piecesOf({ start, end }: Marked): { node: Text; from: number; to: number }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; from: number; to: number }[] = [];
  let at = 0;
  for (let node = walker.nextNode(); node instanceof Text && at < end; node = walker.nextNode()) {
    const last = at + node.length;
    // What stands between paragraphs is not drawn on.
    if (last > start && node.parentNode !== root) pieces.push({ node, from: Math.max(0, start - at), to: Math.min(end, last) - at });
    at = last;
  }
  return pieces;
}

function wrap(mark: Marked): void {
  for (const { node, from, to } of piecesOf(mark)) {
    const words = from > 0 ? node.splitText(from) : node;
    if (to - from < words.length) words.splitText(to - from);
    const element = document.createElement("span");
    element.className = `tone-${String(mark.tone)}`;
    words.replaceWith(element);
    element.append(words);
  }
  done += 1;
}

async function show(marks: readonly Marked[]): Promise<void> {
  for (let from = 0; from < marks.length; from += BATCH) {
    marks.slice(from, from + BATCH).forEach(wrap);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

window.surface = { show: (marks) => void show(marks), add: wrap, drawn: (count) => done === count };
