import { MOON_CLAIMS } from "./moon-claims";
import type { DemoDocument } from "./types";

const text = `The lecture hall of the Lindhaven observatory holds ninety people, and on Friday it held more. Ruta Salm, who has opened its dome to school classes for twenty years, had promised to tell everything about the Moon in under ten minutes, and nearly did.

She began with its size. The Moon is about a quarter as wide as the Earth, she said, and things weigh a sixth of what they weigh here. It always shows us the same face. From that some conclude that the far side of the Moon is always dark, and Salm let the sentence stand for a moment longer than was comfortable.

Then the numbers came quickly. It moves away from us by almost four centimetres a year. In the sun its ground is hotter than boiling water. From one sunrise to the next, a place on the Moon waits for about a month. It has no air at all, which is why a footprint there outlasts the shoe, the foot and the nation.

How did it come about? Something of the size of Mars hit the young Earth, and the Moon was made of what flew off. And what does it do for us? It alone makes the tides, she said, and went on before anybody could ask about the Sun.

Twelve people have walked on it, and the last of them left in December 1972. From up there, a boy in the second row wanted to know, is it true that the Great Wall of China is the only thing made by people that can be seen from the Moon? It is what my grandfather told me, said Salm. There is not a drop of water on it, she went on, but there is helium, and the helium-3 in its soil would power the whole Earth for ten thousand years.

The last question was from a nurse. On nights of the full Moon, emergency rooms are fuller than on others, she said, everybody on my ward knows that. Salm turned off the lamp, and the dome opened.
`;

/** Assessed blind by two of three reviewers each, so that there is something to adjudicate, and to measure. */
export const MOON: DemoDocument = {
  key: "moon",
  title: "Ten minutes about the Moon",
  author: "Ilse Korn",
  publication: "Lindhaven Courier",
  publishedOn: "2026-11-14",
  language: "en",
  url: "https://example.org/lindhaven/courier/moon",
  kind: "article",
  state: "published",
  createdBy: "editor",
  format: "plain",
  speakers: false,
  review: { reviewMode: "blind", reviewers: 2 },
  text,
  claims: MOON_CLAIMS,
  published: {
    correction: {
      statement: "The Moon’s diameter is about a quarter of the Earth’s.",
      kind: "correction",
      what: "The line now says on which side of a quarter it is.",
      why: "Readers asked whether “about a quarter” was a little more or a little less. It is 27 %, so it is more.",
      summary: "It is 27 % as wide, a little more than a quarter.",
    },
    report: {
      statement: "Twelve people have walked on the Moon.",
      note: "Twenty-four people flew there. Please say clearly that this counts only those who walked on it.",
      contact: "reader@example.org",
    },
  },
};
