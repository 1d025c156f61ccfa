const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src|cmpid)$/i;

/** What browsers leave as it is behind the host, and no URI holds (RFC 3986). */
const NO_URI = /%(?![0-9a-f]{2})|[\\^`{|}[\]]/gi;

/** The address as a URI when it is http(s), else null. Use it wherever an address from people becomes a link. */
export function httpUrl(value: string): string | null {
  const url = parse(value);
  return url && (url.protocol === "http:" || url.protocol === "https:") ? uriOf(url) : null;
}

function uriOf({ href }: URL): string {
  const path = href.indexOf("/", href.indexOf("//") + 2);
  return href.slice(0, path) + href.slice(path).replace(NO_URI, encodeURIComponent);
}

/** The address when it may stand in a link (http, https or mailto), else null. */
export function safeHref(value: string): string | null {
  const url = parse(value);
  return url && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}

/**
 * The form under which two addresses of one page are equal: https, host in lower case without "www.", no default port, no
 * fragment, no tracking parameters, sorted parameters, no trailing slash. Null when it is not an http(s) address.
 */
export function normalizeUrl(value: string): string | null {
  const url = parse(value);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  const params = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(params).toString();
  const port = url.port ? `:${url.port}` : "";
  const path = url.pathname.replace(/\/+$/, "");
  return `https://${url.hostname.replace(/^www\./, "")}${port}${path}${query ? `?${query}` : ""}`;
}

/** An address that is none is asked for first: to throw and catch takes ten times as long as to read one. */
function parse(value: string): URL | null {
  const trimmed = value.trim();
  return URL.canParse(trimmed) ? new URL(trimmed) : null;
}
