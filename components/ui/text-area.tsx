"use client";

import { useLayoutEffect, useRef, type ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, useFieldControl } from "./field";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "ref"> {
  /** "bare" has no box until it is touched: for text that is edited in place. */
  look?: "boxed" | "bare";
  /** Rows before it begins to scroll. */
  maxRows?: number;
}

const BARE =
  "-mx-2 -my-1 w-[calc(100%+1rem)] rounded border border-transparent bg-transparent px-2 py-1 text-inherit transition-colors duration-100 [unicode-bidi:plaintext] not-read-only:hover:border-line-2 not-read-only:focus:border-line-3 not-read-only:focus:bg-surface aria-invalid:border-danger";

/** A text area that grows with what is written in it. */
export function TextArea({ look = "boxed", maxRows = 24, rows = 2, className, style, onInput, ...props }: TextAreaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const control = useFieldControl();

  // After every render: the value may have been changed by its owner as well as by typing.
  useLayoutEffect(() => {
    if (ref.current) growByHand(ref.current);
  });

  return (
    <textarea
      ref={ref}
      rows={rows}
      {...control}
      {...props}
      style={{ minHeight: `calc(${rows}lh + 0.75rem)`, maxHeight: `${maxRows}lh`, ...style }}
      onInput={(event) => {
        growByHand(event.currentTarget);
        onInput?.(event);
      }}
      className={cx("block field-sizing-content resize-none", look === "boxed" ? cx(CONTROL, "py-1.5") : BARE, className)}
    />
  );
}

/** Makes the field as high as its content, in browsers that cannot do so by themselves. */
export function growByHand(area: HTMLTextAreaElement) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
