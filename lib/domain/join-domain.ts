import { ROLES } from "./role";

/** What whoever joins by their address can become: admins are made by admins. */
export const JOIN_ROLES = ROLES.filter((role) => role !== "admin");

/** A workspace lists at most so many domains. */
export const JOIN_DOMAINS_MAX = 50;

/** Letters, figures, hyphens and dots: nothing that an address on the web reads as its user, port, path or escape. */
const WRITTEN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** Two labels or more, the last of which begins with a letter: no host of the own network, no IP address, no dot at the end. */
const NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const NAME_MAX = 253;

/** The domain as the network knows it: small letters, and ASCII ("xn--…") for others; null for what is no whole domain. */
export function asciiDomain(written: string): string | null {
  const address = `http://${written}`;
  if (!WRITTEN.test(written) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname.length <= NAME_MAX && NAME.test(hostname) ? hostname : null;
}

/** The domain of an e-mail address; null for what has not exactly one "@", or no whole domain behind it. */
export function domainOf(email: string): string | null {
  const [name = "", domain = "", ...more] = email.split("@");
  return name === "" || more.length > 0 ? null : asciiDomain(domain);
}

/** The domain that an admin means by what they wrote; an "@" in front of it is no mistake. What is no domain stays as it was written. */
export function meantDomain(written: string): string {
  const plain = written.trim().replace(/^@/, "");
  return asciiDomain(plain) ?? plain;
}

/** What is wrong with a domain as it was meant, as a sentence; null when nothing is. */
export function domainProblem(domain: string): string | null {
  if (asciiDomain(domain) === domain) return null;
  if (domain.includes("*")) return "Write each domain out: a * is not taken, and what is below a domain counts only when it is listed itself.";
  return "Write one whole domain like example.org, without a dot at its end.";
}

/** Where everybody gets an address who asks for one. */
const PUBLIC_PROVIDERS = new Set(
  `126.com 163.com aol.com aol.co.uk bluewin.ch btinternet.com comcast.net duck.com fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net
  googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com inbox.ru laposte.net libero.it list.ru live.com
  live.co.uk mac.com mail.com mail.ru mailbox.org me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me posteo.de proton.me
  protonmail.com qq.com rediffmail.com seznam.cz t-online.de terra.com.br tuta.com tutanota.com uol.com.br wanadoo.fr web.de wp.pl yahoo.ca yahoo.com yahoo.com.br
  yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com`.split(/\s+/),
);

/** Whether everybody can get an address there, so that to list it is to let everybody in. */
export function isPublicProvider(domain: string): boolean {
  return PUBLIC_PROVIDERS.has(domain);
}
