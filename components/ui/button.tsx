import { cloneElement, isValidElement, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type ButtonVariant = "primary" | "default" | "ghost" | "danger";
type ButtonSize = "sm" | "md" | "lg";

const BASE =
  "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded border font-medium transition-colors duration-100 disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50 print:hidden";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-ink not-disabled:hover:border-accent-hover not-disabled:hover:bg-accent-hover",
  default: "border-line-2 bg-surface text-ink not-disabled:hover:bg-sunk not-disabled:active:bg-line data-[state=open]:bg-sunk",
  ghost: "border-transparent text-ink-2 not-disabled:hover:bg-ink/6 not-disabled:hover:text-ink not-disabled:active:bg-ink/10 data-[state=open]:bg-ink/6",
  danger: "border-danger bg-danger text-surface not-disabled:hover:brightness-90 dark:not-disabled:hover:brightness-110",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2.5 text-xs",
  md: "h-8 gap-1.5 px-3 text-sm",
  lg: "h-10 gap-2 px-4 text-sm",
};

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner, says busy, and ignores presses without losing the focus. */
  loading?: boolean;
  icon?: ReactNode;
  /** Gives the looks to the only child, usually a link. */
  asChild?: boolean;
}

export function Button({
  variant = "default",
  size = "md",
  loading = false,
  icon,
  asChild = false,
  className,
  children,
  type = "button",
  onClick,
  ...props
}: ButtonProps) {
  const classes = cx(BASE, VARIANTS[variant], SIZES[size], className);
  if (asChild && isValidElement<{ className?: string }>(children)) {
    return cloneElement(children, { ...props, className: cx(classes, children.props.className) });
  }
  return (
    <button
      type={loading ? "button" : type}
      className={classes}
      onClick={loading ? undefined : onClick}
      {...(loading ? { "aria-busy": true, "aria-disabled": true } : {})}
      {...props}
    >
      {loading ? <Spinner size={size === "sm" ? 12 : 14} /> : icon}
      {children}
    </button>
  );
}

const SQUARE: Record<ButtonSize, string> = { sm: "size-7", md: "size-8", lg: "size-10" };

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** The name for those who do not see the icon. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

export function IconButton({ label, icon, variant = "ghost", size = "md", className, type = "button", ...props }: IconButtonProps) {
  return (
    <button type={type} aria-label={label} className={cx(BASE, VARIANTS[variant], SQUARE[size], className)} {...props}>
      {icon}
    </button>
  );
}
