/** The start of a line in a transcript: who speaks from here on, and when. */
export interface SpeakerLine {
  speaker?: string;
  /** As written ("00:12:31"). */
  time?: string;
  /** Where the spoken text starts, in UTF-16 units of the line. */
  length: number;
}

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?`;
const TIME = new RegExp(String.raw`^(?:\[(${CLOCK})\]|\((${CLOCK})\)|(${CLOCK})(?= ))\s{0,3}[-–—]?\s{0,3}`);
const NAME = /^([^:：\n()[\]]{1,60}?)(\s?\([^()\n]{1,80}\))?(?:\s?[[(]([\d:.,]{4,12})[\])])?(?:\s?:(?=\s|$)|：)\s*/u;

/** Words that are followed by a colon in ordinary prose, and are nobody's name. */
const NOT_A_NAME = new Set(
  "note,notes,update,updated,correction,editor's note,editor’s note,photo,picture,image,caption,source,sources,warning,summary,question,answer,example,quote,read more,see also,related,background,analysis,verdict,claim,fact,ruling,published,date,time,tags,topics,subject,from,to,re,ps".split(
    ",",
  ),
);

/** Small words that stand inside names, in lower case. */
const PARTICLE = /^(?:de|da|di|do|dos|du|des|del|della|der|den|van|von|zu|zum|ter|ten|le|la|el|al|bin|ibn|bint|abu|and|y|e|of|the)$/;
const MOST_WORDS = 6;
/** Where letters have no case, only the length tells a name from a clause. */
const MOST_CASELESS_WORDS = 3;
const MOST_CASELESS_LETTERS = 24;

/**
 * Reads `NAME:`, `NAME (role):`, `NAME [00:12:31]:`, `[00:12:31] NAME:` or a bracketed time alone at the start of a line;
 * null when the line is only text. A role stays with the name.
 */
export function speakerLine(line: string): SpeakerLine | null {
  const clock = TIME.exec(line);
  const time = clock?.[1] ?? clock?.[2] ?? clock?.[3];
  const rest = line.slice(clock?.[0].length ?? 0);
  const match = NAME.exec(rest);
  const name = match?.[1]?.trim();
  if (match && name && looksLikeName(name)) {
    const when = time ?? match[3];
    const length = line.length - rest.length + match[0].length;
    return { speaker: `${name}${match[2] ?? ""}`, ...(when === undefined ? {} : { time: when }), length };
  }
  // A bare clock without brackets may be the first word of a sentence ("12:30 was the deadline").
  if (clock && time !== undefined && clock[3] === undefined) return { time, length: clock[0].length };
  return null;
}

function looksLikeName(name: string): boolean {
  if (NOT_A_NAME.has(name.toLowerCase())) return false;
  const words = name.split(/\s+/u);
  const caseless = /\p{Lo}/u.test(name) && (words.length > MOST_CASELESS_WORDS || name.length > MOST_CASELESS_LETTERS);
  if (caseless || words.length > MOST_WORDS || !/^[\p{L}\p{N}]/u.test(name) || !/\p{L}/u.test(name)) return false;
  return words.every((word, at) => /^[\p{P}\p{S}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}&]/u.test(word) || (at > 0 && PARTICLE.test(word)));
}
