/** Names whose values are nobody's business, wherever they stand. */
const PRIVATE = /pass(?:word|phrase)?(?:hash)?$|token|secret|cookie|authorization|api-?key|contact|e-?mail$|smtp_?url|database_?url/i;
const ADDRESS = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g;
const CREDENTIALS = /(\/\/)[^\s/@:]*:[^\s/@]*@/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
/** Those that JSON leaves as they are, and some programs take for the end of a line or for a command. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029]/g;
const DEEPEST = 8;
const LONGEST = 8_000;

/** The value as it may stand in a log: without passwords, tokens, cookies, addresses of people, and in one line. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[deep]";
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => scrub(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, PRIVATE.test(name) ? "[hidden]" : scrub(each, depth + 1)]));
}

function scrubError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = "code" in error ? { code: scrub(error.code, depth + 1) } : {};
  return {
    type: name,
    message: scrubText(message),
    stack: scrubText(stack ?? ""),
    ...code,
    ...(cause === undefined ? {} : { cause: scrub(cause, depth + 1) }),
  };
}

function scrubText(text: string): string {
  const short = text.slice(0, LONGEST);
  const nameless = short.includes("@") ? short.replace(CREDENTIALS, "$1[hidden]@").replace(ADDRESS, "[address]") : short;
  return nameless.replace(BEARER, "$1 [hidden]").replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
