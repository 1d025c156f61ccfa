import { CircleAlert, CloudOff, GitMerge } from "lucide-react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type SaveState = "saved" | "saving" | "failed" | "offline" | "conflict";

const WORDS: Record<SaveState, string> = { saved: "Saved", saving: "Saving…", failed: "Not saved", offline: "Offline", conflict: "Conflict" };

interface SaveIndicatorProps {
  state: SaveState;
  /** What is kept on this device and was not sent yet. */
  unsent?: number;
  /** With it, a failure offers to try again. */
  onRetry?: () => void;
  className?: string;
}

/** Says honestly whether what was typed has arrived. */
export function SaveIndicator({ state, unsent = 0, onRetry, className }: SaveIndicatorProps) {
  const trouble = state === "failed" || state === "offline" || state === "conflict";
  const words = state === "offline" && unsent > 0 ? `${WORDS.offline} – ${String(unsent)} unsent` : WORDS[state];
  return (
    <span
      title={state === "offline" && unsent > 0 ? "Kept on this device, and sent when the connection is back." : undefined}
      className={cx("inline-flex items-center gap-1.5 text-xs whitespace-nowrap", trouble ? "font-medium text-warn" : "text-ink-3", className)}
    >
      <span aria-hidden className="flex w-3.5 justify-center">
        {state === "saved" && <span className="swatch size-[7px] rounded-full bg-mostly-true" />}
        {state === "saving" && <Spinner size={12} />}
        {state === "failed" && <CircleAlert size={14} />}
        {state === "offline" && <CloudOff size={14} />}
        {state === "conflict" && <GitMerge size={14} />}
      </span>
      <span aria-hidden={trouble} className={cx(state === "saved" && "max-sm:sr-only")}>
        {state === "offline" && unsent > 0 ? (
          <>
            <span className="max-sm:hidden">{WORDS.offline} – </span>
            {unsent} unsent
          </>
        ) : (
          words
        )}
      </span>
      {/* Only trouble is announced: hearing "Saving" after every pause would drown the rest. */}
      <span role="status" className="sr-only">
        {trouble && words}
      </span>
      {state === "failed" && onRetry && (
        <button type="button" onClick={onRetry} className="rounded px-1 underline underline-offset-2 hover:text-ink">
          Try again
        </button>
      )}
    </span>
  );
}
