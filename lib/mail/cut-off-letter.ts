import { BRAND } from "@/lib/domain/brand";
import { escaped } from "./escaped";

/** The words of a letter that says what was cut off from an account when the owner of its address came. `appUrl` has no slash at its end. */
export function cutOffLetter(email: string, appUrl: string): { subject: string; text: string; html: string } {
  const said = [
    `The account with ${email} at ${appUrl} is yours alone now.`,
    "Nobody had shown before that this address is theirs: somebody typed it when the account was made, you or another person. Now you have, and what opened the account until now does not open it any more: its password, if it is not the one you have just set, its sessions, its second factor and its links.",
    "What was written under the account stays, with its name. If it was not you who wrote it, tell an admin of your workspace.",
    `A password you can set at ${appUrl}/forgotten, and a second factor in your profile.`,
  ];
  return {
    subject: `Your account of ${BRAND.name} is yours alone now`,
    text: said.join("\n\n") + "\n",
    html: `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5;max-width:40em">${said.map((each) => `<p>${escaped(each)}</p>`).join("")}</body></html>`,
  };
}
