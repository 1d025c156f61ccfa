"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { useRef, type ReactNode, type RefObject } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { FLOAT } from "./popover";

const CONTENT = {
  sideOffset: 6,
  collisionPadding: 12,
  className: cx(FLOAT, "max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1.5rem)] min-w-48 overflow-y-auto p-1 focus:outline-none"),
};

interface MenuProps {
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

/** A dropdown of commands. */
export function Menu({ trigger, align = "start", children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} {...CONTENT}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuBelowProps {
  /** Stands beside this menu in an element of relative position. */
  button: RefObject<HTMLButtonElement | null>;
  label: string;
  align?: "start" | "center" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** The same below a button that is there before this menu has been fetched, and opens and closes it by itself. */
export function MenuBelow({ button, label, align = "start", open, onOpenChange, children }: MenuBelowProps) {
  /** Whoever pressed somewhere else wants the focus there. */
  const left = useRef(false);
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          aria-label={label}
          {...CONTENT}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
            else left.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!left.current) button.current?.focus();
            left.current = false;
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded px-2 text-sm outline-none select-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-accent-wash";

interface MenuItemProps {
  onSelect?: () => void;
  icon?: ReactNode;
  /** Keys as in `Kbd`, shown at the end. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** A second line that says why or what. */
  hint?: ReactNode;
  /** Gives the looks to the only child, usually a link. */
  asChild?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, shortcut, danger = false, disabled = false, hint, asChild = false, children }: MenuItemProps) {
  const classes = cx(ITEM, danger && "text-danger");
  const select = onSelect ? { onSelect } : {};
  if (asChild) {
    return (
      <Radix.Item asChild disabled={disabled} className={classes} {...select}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} className={classes} {...select}>
      {icon && <span className="flex w-4 justify-center text-ink-3">{icon}</span>}
      <span className="min-w-0 flex-1 py-1">
        {children}
        {hint && <span className="block text-xs text-ink-3">{hint}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
    </Radix.Item>
  );
}

interface MenuRadioProps<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
}

/** One of several, inside a menu. */
export function MenuRadio<Value extends string>({ value, onChange, options }: MenuRadioProps<Value>) {
  return (
    <Radix.RadioGroup
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          {option.icon && <span className="flex w-4 justify-center text-ink-3">{option.icon}</span>}
          <span className="min-w-0 flex-1 py-1 break-words">{option.label}</span>
          <Radix.ItemIndicator>
            <Check size={14} aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuSeparator = () => <Radix.Separator className="mx-2 my-1 h-px bg-line" />;
export const MenuLabel = ({ children }: { children: ReactNode }) => <Radix.Label className="eyebrow px-2 pt-1.5 pb-1">{children}</Radix.Label>;
