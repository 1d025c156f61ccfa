import { cx } from "./cx";

export interface DiffPart {
  type: "same" | "added" | "removed";
  text: string;
}

/** Two texts in one: what went is struck through, what came is underlined; both are named for assistive technology. */
export function WordDiff({ parts, className }: { parts: readonly DiffPart[]; className?: string }) {
  return (
    <span dir="auto" className={cx("whitespace-pre-wrap", className)}>
      {parts.map((part, index) => {
        if (part.type === "same") return <span key={index}>{part.text}</span>;
        if (part.type === "removed") {
          return (
            <del key={index} className="tone-false rounded-[3px] bg-tone-wash text-tone decoration-1">
              {part.text}
            </del>
          );
        }
        return (
          <ins key={index} className="tone-true rounded-[3px] bg-tone-wash text-tone decoration-1 underline-offset-3">
            {part.text}
          </ins>
        );
      })}
    </span>
  );
}
