/** Where one lands after signing in without having asked for a page. */
export const HOME_PATH = "/documents";

/** The pages that lead here themselves: to go back to them would be a circle. */
const DOORS = /^\/(?:sign-in|setup|invitation|join|forgotten|reset|api)(?:[/?#]|$)/;

/** The path to open after signing in: what was asked for when it is a page of this site, else the list of documents. */
export function nextPath(asked: string | undefined): string {
  if (!asked?.startsWith("/") || asked.startsWith("//") || [...asked].some(misleads)) return HOME_PATH;
  const here = "http://here.invalid";
  if (!URL.canParse(asked, here)) return HOME_PATH;
  const url = new URL(asked, here);
  const path = url.pathname + url.search + url.hash;
  // Dots are resolved by now: "/./" followed by "/evil.org" has become "//evil.org".
  return url.origin === here && !path.startsWith("//") && !DOORS.test(path) ? path : HOME_PATH;
}

/** Browsers read a backslash as a slash and skip tabs and line breaks, so that "/\evil.org" and "/\t/evil.org" leave the site. */
function misleads(character: string): boolean {
  return character === "\\" || character <= " " || character === "\u007f";
}
