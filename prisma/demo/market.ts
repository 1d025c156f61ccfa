import type { DemoDocument } from "./types";

const text = `The market hall of Lindhaven opened in 1911, and until the fifties it was the largest covered market on the coast. Then the supermarkets came. In 1974 the council voted to tear it down, and only a petition with more than twenty thousand signatures kept the roof where it is.

Today ninety stalls pay rent, which is fewer than ever, says the association of traders. The city says that rents have not risen in eight years. Both may be true: a stall costs as much as it did, but a third of them stand empty in winter.

What should happen to the hall is decided in spring. It will never again be what it was, and perhaps it does not have to be.
`;

/** Marked by two reviewers, each for themselves, so that there is something to unite. */
export const MARKET: DemoDocument = {
  key: "market",
  title: "Ninety stalls under one roof",
  author: "Ilse Korn",
  publication: "Lindhaven Courier",
  publishedOn: "2026-11-19",
  language: "en",
  url: "https://example.org/lindhaven/courier/market-hall",
  kind: "article",
  state: "in_progress",
  createdBy: "editor",
  format: "plain",
  speakers: false,
  text,
  claims: [],
  marks: [
    {
      by: "reviewer",
      quotes: [
        "The market hall of Lindhaven opened in 1911",
        "the largest covered market on the coast",
        "In 1974 the council voted to tear it down",
        "a petition with more than twenty thousand signatures",
        "ninety stalls pay rent, which is fewer than ever",
        "rents have not risen in eight years",
      ],
    },
    {
      by: "second",
      quotes: [
        "The market hall of Lindhaven opened in 1911, and until the fifties it was the largest covered market on the coast",
        "the council voted to tear it down",
        "a petition with more than twenty thousand signatures kept the roof where it is",
        "rents have not risen in eight years",
        "a third of them stand empty in winter",
      ],
    },
  ],
};
