/** Names of published pages stand where these do. */
const PUBLIC = new Set(["corrections", "transparency", "transparency.csv", "feed.xml", "feed.json", "claimreview.json", "oembed"]);
/** What a part of an address of ours looks like; everything else names a record. */
const WORD = /^[a-z][a-z0-9.-]{0,23}$/;

/**
 * The path of a request as it may be told: without its query, where secrets can be, and without the names of records. Null for what is not counted here: what the
 * API counts itself, and files of the program.
 */
export function shapeOf(url: string, status: number): string | null {
  const path = url.replace(/[?#].*$/s, "");
  if (/^\/(api\/v1|_next)(\/|$)/.test(path)) return null;
  // Nobody knows what somebody typed who found nothing.
  if (status === 404) return "/{nothing}";
  const [root = "", first = "", ...rest] = path.split("/");
  const published = first === "p" && rest[0] !== undefined && !PUBLIC.has(rest[0]);
  return [root, first, ...rest]
    .map((part, index) => (part === "" || (WORD.test(part) && !(published && index === 2)) ? part : index === 2 && published ? "{slug}" : "{id}"))
    .join("/");
}
