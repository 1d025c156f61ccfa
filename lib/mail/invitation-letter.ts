import { BRAND } from "@/lib/domain/brand";
import { escaped } from "./escaped";

/** The words of a letter that invites somebody. */
export function invitationLetter(given: { by: string; workspace: string; days: number; url: string }): { subject: string; text: string; html: string } {
  const { by, workspace, days, url } = given;
  const what = `${by} invites you to “${workspace}”, a workspace of ${BRAND.name}, where texts are checked for facts.`;
  const lasts = `The link works once, for ${days === 1 ? "one day" : `${String(days)} days`}. If you do not know who that is, do nothing.`;
  return {
    subject: `${by} invites you to ${workspace}`,
    text: [what, `Join: ${url}`, lasts].join("\n\n") + "\n",
    html: `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5;max-width:40em"><p dir="auto">${escaped(what)}</p><p><a href="${escaped(url)}">Join</a></p><p>${lasts}</p></body></html>`,
  };
}
