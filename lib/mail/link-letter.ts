import { BRAND } from "@/lib/domain/brand";
import { LINK_MINUTES } from "@/lib/domain/token";
import { escaped } from "./escaped";

export type LinkKind = keyof typeof LINK_MINUTES;

const WORDS: Record<LinkKind, { subject: string; path: string; asked: string; press: string; otherwise: string }> = {
  set_password: {
    subject: `Set a new password for ${BRAND.name}`,
    path: "/reset",
    asked: "Somebody, you most likely, asked for a new password",
    press: "Set a new password",
    otherwise: "If it was not you, do nothing: your password stays as it is.",
  },
  sign_in: {
    subject: `Sign in to ${BRAND.name}`,
    path: "/sign-in/link",
    asked: "Somebody, you most likely, wants to sign in",
    press: "Sign in",
    otherwise: "If it was not you, do nothing: without this link nobody comes in.",
  },
  join: {
    subject: `Join a workspace of ${BRAND.name}`,
    path: "/join",
    asked: "Somebody, you most likely, wants to join a workspace",
    press: "See which, and join",
    otherwise: "If it was not you, do nothing: without this link nobody joins with your address.",
  },
  prove_address: {
    subject: `Show that this address is yours, for ${BRAND.name}`,
    path: "/address",
    asked: "Somebody, you most likely, has an account with this address",
    press: "Show that the address is yours",
    otherwise: "If you have no account there, somebody typed your address: the page of the link says how you make the account yours, and shut them out.",
  },
};

/** The words of a letter with a link that works once. `appUrl` has no slash at its end. */
export function linkLetter(kind: LinkKind, token: string, appUrl: string): { subject: string; text: string; html: string } {
  const { subject, path, asked, press, otherwise } = WORDS[kind];
  const url = `${appUrl}${path}?token=${token}`;
  const what = `${asked} at ${appUrl}.`;
  const lasts = `The link works once, for ${String(LINK_MINUTES[kind])} minutes.`;
  return {
    subject,
    text: [what, `${press}: ${url}`, `${lasts} ${otherwise}`].join("\n\n") + "\n",
    html: `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5;max-width:40em"><p>${escaped(what)}</p><p><a href="${escaped(url)}">${press}</a></p><p>${lasts} ${otherwise}</p></body></html>`,
  };
}
