import { cx } from "./cx";

const COLOURS = ["bg-(--person-1)", "bg-(--person-2)", "bg-(--person-3)", "bg-(--person-4)", "bg-(--person-5)", "bg-(--person-6)"] as const;

interface AvatarProps {
  name: string;
  /** Chooses the colour, the same one everywhere for one person. */
  id: string;
  size?: "sm" | "md";
  /** When the name stands beside it, it need not be said twice. */
  decorative?: boolean;
  className?: string;
}

export function Avatar({ name, id, size = "md", decorative = false, className }: AvatarProps) {
  return (
    <span
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-(--person-ink) select-none forced-colors:border",
        size === "sm" ? "size-5 text-[0.5625rem]" : "size-6.5 text-[0.625rem]",
        colourOf(id),
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** Several people, overlapping a little; those beyond `max` as a number. */
export function AvatarStack({ people, max = 4 }: { people: readonly { id: string; name: string }[]; max?: number }) {
  const rest = people.slice(max);
  return (
    <span className="flex -space-x-0.5 rtl:space-x-reverse">
      {people.slice(0, max).map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} className="ring-2 ring-surface" />
      ))}
      {rest.length > 0 && (
        <span
          role="img"
          aria-label={`and ${rest.map((person) => person.name).join(", ")}`}
          title={rest.map((person) => person.name).join(", ")}
          className="inline-flex size-6.5 items-center justify-center rounded-full bg-sunk text-[0.625rem] font-semibold text-ink-2 ring-2 ring-surface"
        >
          +{rest.length}
        </span>
      )}
    </span>
  );
}

function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_536;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
