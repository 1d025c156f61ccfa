import { CircleAlert, CloudOff } from "lucide-react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type SaveState = "saved" | "saving" | "failed" | "offline";

const WORDS: Record<SaveState, string> = { saved: "Saved", saving: "Saving…", failed: "Not saved", offline: "Offline: kept on this device" };

interface SaveIndicatorProps {
  state: SaveState;
  /** With it, a failure offers to try again. */
  onRetry?: () => void;
  className?: string;
}

/** Says honestly whether what was typed has arrived. */
export function SaveIndicator({ state, onRetry, className }: SaveIndicatorProps) {
  const trouble = state === "failed" || state === "offline";
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-xs whitespace-nowrap", trouble ? "font-medium text-warn" : "text-ink-3", className)}>
      <span aria-hidden className="flex w-3.5 justify-center">
        {state === "saved" && <span className="swatch size-[7px] rounded-full bg-mostly-true" />}
        {state === "saving" && <Spinner size={12} />}
        {state === "failed" && <CircleAlert size={14} />}
        {state === "offline" && <CloudOff size={14} />}
      </span>
      <span aria-hidden={trouble} className={cx(state === "saved" && "max-sm:sr-only")}>
        {WORDS[state]}
      </span>
      {/* Only trouble is announced: hearing "Saving" after every pause would drown the rest. */}
      <span role="status" className="sr-only">
        {trouble && WORDS[state]}
      </span>
      {state === "failed" && onRetry && (
        <button type="button" onClick={onRetry} className="rounded px-1 underline underline-offset-2 hover:text-ink">
          Try again
        </button>
      )}
    </span>
  );
}
