const CONTROL = /(?![\n\t])\p{Cc}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const POP_FORMATTING = "\u202C";
const POP_ISOLATE = "\u2069";

/** A field as any format can carry it: no control characters, no half characters, and no direction override that leaks out of it. */
export function cleanField(value: string): string {
  const plain = value.replace(/\r\n?/g, "\n").replace(CONTROL, "").replace(LONE_SURROGATE, "\uFFFD");
  return BIDI_CONTROL.test(plain) ? plain.split("\n").map(closedDirections).join("\n") : plain;
}

/** The text under check, cleaned unit for unit, so that offsets stay true. */
export function cleanText(value: string): string {
  return value.replace(CONTROL, "\uFFFD").replace(LONE_SURROGATE, "\uFFFD");
}

/** The value when it is a day as "yyyy-mm-dd", else null. */
export function cleanDay(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** The line with the directions closed that it leaves open, and without closers of what it never opened: both reach into what stands around it. */
export function closedDirections(line: string): string {
  if (!BIDI_CONTROL.test(line)) return line;
  const closers: string[] = [];
  let balanced = "";
  for (const char of line) {
    if (char === POP_FORMATTING || char === POP_ISOLATE) {
      // An isolate's end also ends the embeddings inside it; an embedding's end never ends an isolate.
      const at = char === POP_ISOLATE ? closers.lastIndexOf(POP_ISOLATE) : closers.at(-1) === POP_FORMATTING ? closers.length - 1 : -1;
      if (at < 0) continue;
      closers.length = at;
    } else if (BIDI_CONTROL.test(char)) {
      closers.push(char >= "\u2066" ? POP_ISOLATE : POP_FORMATTING);
    }
    balanced += char;
  }
  return balanced + closers.reverse().join("");
}
