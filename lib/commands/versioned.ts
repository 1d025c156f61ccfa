import { AppError } from "@/lib/domain/errors";

/** Throws `conflict` with the current record when the conditional update touched no row. */
export async function expectWritten(written: { count: number }, what: string, current: () => Promise<unknown>): Promise<void> {
  if (written.count === 0)
    throw new AppError("conflict", `Someone else changed this ${what} while you were writing. Your text is kept; compare the two.`, {
      current: await current(),
    });
}
