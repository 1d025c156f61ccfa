import { BRAND } from "@/lib/domain/brand";
import { pathOf, sentenceOf } from "@/lib/domain/notification-words";
import type { NotificationView } from "@/lib/domain/notification";
import { escaped } from "./escaped";

/** What a letter says of one notification. */
export interface Told extends Pick<NotificationView, "kind" | "by" | "document" | "decision"> {
  claim: { id: string; number: number } | null;
  /** `words` is null where they do not leave the desk. */
  comment: { id: string; words: string | null } | null;
}

interface NotificationLetter {
  subject: string;
  text: string;
  html: string;
}

/** The words of a letter about one or more notifications. `appUrl` has no slash at its end. */
export function notificationLetter(told: readonly Told[], appUrl: string): NotificationLetter {
  const items = told.map((each) => ({
    sentence: `${sentenceOf(each)}.`,
    place: `${placeOf(each)}${each.claim ? `, claim ${String(each.claim.number)}` : ""}`,
    words: each.comment?.words ?? null,
    url: `${appUrl}${pathOf(each)}`,
  }));
  const [first] = told;
  const subject = first && told.length === 1 ? `${sentenceOf(first)}: ${placeOf(first)}` : `${String(told.length)} notifications of ${BRAND.name}`;
  const foot = `You get this because of your settings: ${switchesUrl(appUrl)}`;
  const text = [...items.map(({ sentence, place, words, url }) => [sentence, place, ...(words ? ["", quoted(words), ""] : []), url].join("\n")), foot].join(
    "\n\n---\n\n",
  );
  const html = `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5;max-width:40em">${items
    .map(
      ({ sentence, place, words, url }) =>
        `<p dir="auto"><strong>${escaped(sentence)}</strong><br>${escaped(place)}</p>${
          words
            ? `<blockquote dir="auto" style="white-space:pre-wrap;margin:0 0 1em;padding-inline-start:1em;border-inline-start:3px solid #ccc">${escaped(words)}</blockquote>`
            : ""
        }<p><a href="${escaped(url)}">Open it in ${escaped(BRAND.name)}</a></p><hr>`,
    )
    .join("")}<p><a href="${escaped(switchesUrl(appUrl))}">Choose what you are told of</a></p></body></html>`;
  return { subject, text, html };
}

/** What moderators decided is read at one place, wherever it was. */
const placeOf = ({ document }: Told) => document?.title ?? "Reports and decisions";

/** Where one switches letters off. */
export const switchesUrl = (appUrl: string): string => `${appUrl}/profile#notifications`;

const quoted = (words: string) => words.replace(/^/gm, "> ");
