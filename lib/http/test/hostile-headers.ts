/** Words as they are in a header, byte for byte; the end of a line, and NUL, cannot be sent in one. */
export const inHeader = (text: string) =>
  Buffer.from(text.replace(/[\0\r\n]/g, ""))
    .toString("latin1")
    .trim();

const NAMES = ["user-agent", "referer", "accept", "accept-language", "x-forwarded-for", "x-forwarded-host", "x-request-id", "if-none-match", "range"];

/** Headers that all say the same, and others beside them. */
export const hostileHeaders = (text: string, more: Record<string, string> = {}) =>
  new Headers({ ...Object.fromEntries(NAMES.map((name) => [name, inHeader(text)])), ...more });
