declare module "dom-anchor-text-quote" {
  /** The matching core needs no more of the root than its text. */
  export function toTextPosition(
    root: { textContent: string },
    selector: { exact: string; prefix?: string; suffix?: string },
    options?: { hint?: number },
  ): { start: number; end: number } | null;
}
