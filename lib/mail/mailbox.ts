import { createTransport } from "nodemailer";

/** A letter to one person. Everything but the text may come from people's names and titles: it goes into headers as one line. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Names the letter, also when it is sent again: who has it knows it. */
  messageId: string;
  /** Where its receiver can switch it off; null for what was asked for. */
  switchesUrl: string | null;
}

export interface Mailbox {
  /** Resolves once the server has taken the letter. */
  send: (letter: Letter) => Promise<void>;
  /** Resolves when the server answers and lets us in; sends nothing. */
  verify: () => Promise<void>;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** The way to the SMTP server at the address, from the sender. */
export function openMailbox(address: string, from: string): Mailbox {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const auth = url.username === "" ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...auth,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    verify: async () => {
      await transport.verify();
    },
    send: async ({ to, subject, text, html, messageId, switchesUrl }) => {
      await transport.sendMail({
        from,
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(subject),
        text,
        html,
        messageId,
        ...(switchesUrl === null ? {} : { list: { unsubscribe: switchesUrl } }),
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
  };
}

/** Without line breaks and other control characters, which would end a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
