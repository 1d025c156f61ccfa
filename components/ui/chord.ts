/** What of a keyboard event decides which keys were pressed. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const UNDER_CODE: Record<string, string> = { BracketLeft: "[", BracketRight: "]", Slash: "/", Comma: ",", Period: ".", Minus: "-", Equal: "=" };

/**
 * The names under which a key press may be bound, best first: "j", "mod+k", "shift+[", "?". Letters go by what the layout
 * writes; where that is not Latin (an Arabic or Russian layout), by the place of the key, so that J is J for everybody.
 * "mod" is ⌘ on Apple machines and Ctrl elsewhere.
 */
export function chordsOf(press: KeyPress, apple: boolean): string[] {
  const mod = apple ? press.metaKey : press.ctrlKey;
  const foreign = apple ? press.ctrlKey : press.metaKey;
  if (foreign) return [];
  const prefix = `${mod ? "mod+" : ""}${press.altKey ? "alt+" : ""}`;
  const shift = press.shiftKey ? "shift+" : "";
  const key = press.key.toLowerCase();
  const chords: string[] = [];
  const latin = key.length > 1 || key.charCodeAt(0) < 128;
  if (latin) {
    // What Shift writes ("?") already says that it was held; letters and named keys do not.
    const symbol = key.length === 1 && !/[a-z0-9]/.test(key);
    chords.push(symbol ? prefix + key : prefix + shift + key);
  }
  const place = placeOf(press.code);
  if (place !== null && (!latin || !/[a-z]/.test(place))) chords.push(prefix + shift + place);
  return [...new Set(chords)];
}

/** True for chords of one printable key, which people who dictate or mistype need to be able to switch off (WCAG 2.1.4). */
export function isSingleKey(chord: string): boolean {
  const key = chord.replace(/^shift\+/, "");
  return key.length === 1;
}

function placeOf(code: string): string | null {
  const letterOrDigit = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return letterOrDigit?.toLowerCase() ?? UNDER_CODE[code] ?? null;
}
