import type { PublicAnswer } from "./public-route";

/** All that one process keeps, in bytes, and the largest answer that is kept at all. */
const MOST_BYTES = 32_000_000;
const LARGEST = 4_000_000;
/** What an answer takes beside its body, in bytes: nobody fills the table with small ones. */
const FRAME = 1_000;

/** Answers to the public that are ready to be given again, those asked for last. */
export class KeptAnswers {
  private readonly answers = new Map<string, PublicAnswer>();
  private bytes = 0;

  /** The answer of that tag; it stays longer for having been asked for. */
  get(tag: string): PublicAnswer | undefined {
    const answer = this.answers.get(tag);
    if (!answer) return undefined;
    this.answers.delete(tag);
    this.answers.set(tag, answer);
    return answer;
  }

  /** Keeps an answer; what was not asked for longest gives way to it. */
  keep(tag: string, answer: PublicAnswer): void {
    const size = sizeOf(answer);
    if (size > LARGEST) return;
    this.drop(tag);
    this.answers.set(tag, answer);
    this.bytes += size;
    for (const [oldest] of this.answers) {
      if (this.bytes <= MOST_BYTES) break;
      this.drop(oldest);
    }
  }

  private drop(tag: string): void {
    const answer = this.answers.get(tag);
    if (!answer) return;
    this.answers.delete(tag);
    this.bytes -= sizeOf(answer);
  }
}

/** A text takes up to two bytes a unit in memory. */
function sizeOf({ body, policy = "" }: PublicAnswer): number {
  return FRAME + 2 * policy.length + (typeof body === "string" ? 2 * body.length : body.byteLength);
}
