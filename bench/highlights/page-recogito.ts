import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import { plainParagraphs, type Marked } from "./surface";

const COLOURS = ["#77bbcc", "#88cc99", "#eedd88", "#eebb88", "#ee8888"] as const;

const { text } = window.shown;
const tones = new Map<string, number>();
const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(plainParagraphs(window.shown), {
  renderer: "SPANS",
  style: ({ id }) => ({ fill: COLOURS[tones.get(id) ?? 0] ?? COLOURS[0] }),
});

function toAnnotation({ id, start, end, tone }: Marked): TextAnnotation {
  tones.set(id, tone);
  // It finds the range itself, by the offsets.
  return { id, bodies: [], target: { annotation: id, selector: [{ quote: text.slice(start, end), start, end, range: document.createRange() }] } };
}

// It draws some time after it was asked.
let redrawn = false;
const layer = document.querySelector(".r6o-span-highlight-layer");
if (layer) new MutationObserver(() => (redrawn = true)).observe(layer, { childList: true });

window.surface = {
  show: (marks) => {
    redrawn = false;
    annotator.state.store.bulkAddAnnotations(marks.map(toAnnotation), true);
  },
  add: (mark) => {
    redrawn = false;
    annotator.state.store.addAnnotation(toAnnotation(mark));
  },
  drawn: () => redrawn,
};
