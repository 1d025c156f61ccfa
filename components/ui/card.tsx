import type { ComponentProps } from "react";
import { cx } from "./cx";

interface CardProps extends ComponentProps<"div"> {
  /** Lifts a little under the pointer: for cards that are links. */
  interactive?: boolean;
  padded?: boolean;
}

export function Card({ interactive = false, padded = true, className, ...props }: CardProps) {
  return (
    <div
      className={cx(
        "rounded-[10px] border border-line bg-surface",
        padded && "p-4",
        interactive && "transition-[border-color,box-shadow] duration-100 hover:border-line-2 hover:shadow-float",
        className,
      )}
      {...props}
    />
  );
}
