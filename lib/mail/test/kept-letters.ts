import type { Letter, Mailbox } from "@/lib/mail/mailbox";

/** A mailbox for tests, which keeps the letters that it is given. */
export function keptLetters(): { mailbox: Mailbox; letters: Letter[] } {
  const letters: Letter[] = [];
  const send = (letter: Letter) => {
    letters.push(letter);
    return Promise.resolve();
  };
  return { mailbox: { verify: () => Promise.resolve(), send }, letters };
}
