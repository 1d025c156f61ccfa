"use client";

import { autoUpdate, flip, FloatingPortal, offset, shift, size, useFloating } from "@floating-ui/react";
import { Plus, Search } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { cx } from "./cx";
import { CONTROL, useFieldControl } from "./field";
import { FLOAT } from "./popover";
import { Spinner } from "./spinner";
import { useSearch, type ComboboxOption } from "./use-search";

interface ComboboxProps {
  /** Finds options while one types; asked with "" when the list opens. Keep its identity stable. */
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  onPick: (option: ComboboxOption) => void;
  /** With it, the last row creates what was typed. */
  onCreate?: (query: string) => void;
  createLabel?: (query: string) => string;
  /** What the input says before anything is typed: the chosen one's name. */
  initialQuery?: string;
  placeholder?: string;
  /** Names the input; inside a Field the field's label does. */
  label?: string;
  /** Empties the input after a pick: for lists that one adds to. */
  clearOnPick?: boolean;
  disabled?: boolean;
}

/** A text input with a list of suggestions (the ARIA combobox pattern: the focus stays in the input). */
export function Combobox(props: ComboboxProps) {
  const { onPick, onCreate, createLabel = (text) => `Create “${text}”`, initialQuery = "", placeholder, label, clearOnPick = false, disabled = false } = props;
  const id = useId();
  const control = useFieldControl();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState(initialQuery);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { options, status } = useSearch(props.search, query, open);
  const wanted = query.trim();
  const rows = options.length + (onCreate && wanted ? 1 : 0);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [float, setFloat] = useState<HTMLElement | null>(null);
  const { floatingStyles } = useFloating({
    open,
    elements: { reference: box, floating: float },
    placement: "bottom-start",
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip(),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ rects, availableHeight, elements }) => {
          elements.floating.style.width = `${rects.reference.width}px`;
          elements.floating.style.maxHeight = `${Math.min(320, availableHeight)}px`;
        },
      }),
    ],
  });

  function choose(index: number) {
    const option = options[index];
    if (option?.disabled) return;
    setOpen(false);
    setActive(-1);
    if (option) {
      setQuery(clearOnPick ? "" : option.label);
      onPick(option);
    } else if (onCreate && wanted) {
      if (clearOnPick) setQuery("");
      onCreate(wanted);
    }
  }

  function move(to: number) {
    setOpen(true);
    setActive(rows === 0 ? -1 : (to + rows) % rows);
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active < 0 ? rows - 1 : active - 1);
    else if (event.key === "Enter" && open && active >= 0) choose(active);
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
    // An Escape that closed the list must not close the dialog around it too.
    event.stopPropagation();
  }

  return (
    <div ref={setBox} className="relative">
      <Search aria-hidden size={14} className="pointer-events-none absolute start-2.5 top-1/2 z-1 -translate-y-1/2 text-ink-3" />
      <input
        {...control}
        {...(label ? { "aria-label": label } : {})}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        disabled={disabled}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className={cx(CONTROL, "h-8 ps-8 pe-8")}
      />
      {open && status === "searching" && <Spinner size={14} className="absolute end-2.5 top-2 text-ink-3" />}
      <span role="status" className="sr-only">
        {open && status === "done" && (options.length === 0 ? "Nothing found" : `${options.length} found`)}
      </span>
      {open && (
        <FloatingPortal>
          {/* A modal dialog takes the pointer from the rest of the page, where this list stands. */}
          <div ref={setFloat} style={floatingStyles} className={cx(FLOAT, "pointer-events-auto overflow-y-auto p-1")}>
            <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label ?? "Suggestions"}>
              {options.map((option, index) => (
                <Row key={option.id} id={`${id}-${index}`} active={index === active} disabled={option.disabled ?? false} onPress={() => choose(index)}>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{option.label}</span>
                    {option.hint && <span className="block truncate text-xs text-ink-3">{option.hint}</span>}
                  </span>
                </Row>
              ))}
              {rows > options.length && (
                <Row id={`${id}-${options.length}`} active={active === options.length} disabled={false} onPress={() => choose(options.length)}>
                  <Plus aria-hidden size={14} className="text-ink-3" />
                  <span className="min-w-0 flex-1 truncate">{createLabel(wanted)}</span>
                </Row>
              )}
            </ul>
            {options.length === 0 && status !== "searching" && (
              <p className={cx("px-2 py-1.5 text-xs", status === "failed" ? "text-danger" : "text-ink-3")}>
                {status === "failed" ? "The search did not answer. Type on to try again." : wanted ? "Nothing found" : "Type to search"}
              </p>
            )}
          </div>
        </FloatingPortal>
      )}
    </div>
  );
}

interface RowProps {
  id: string;
  active: boolean;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function Row({ id, active, disabled, onPress, children }: RowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={disabled || undefined}
      // Before the input's blur, which would take the list away.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        "flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 py-1 text-sm hover:bg-sunk",
        active && "bg-accent-wash hover:bg-accent-wash",
        disabled && "cursor-default opacity-50",
      )}
    >
      {children}
    </li>
  );
}
