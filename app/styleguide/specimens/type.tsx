import { Specimen } from "../specimen";
import type { Words } from "../words";

const SURFACES = ["bg-paper", "bg-surface", "bg-sunk", "bg-accent-wash"];

export function Type({ words }: { words: Words }) {
  return (
    <Specimen title={words.headings.type}>
      <p className="font-text text-[2.125rem]/10 font-semibold tracking-[-0.015em] rtl:tracking-normal">{words.title}</p>
      <p className="text-xs text-ink-3">{words.byline}</p>
      <p className="font-text text-reading text-pretty">{words.sentence}</p>
      <p className="font-text text-statement font-semibold">{words.claim}</p>
      <div className="grid gap-1">
        {SURFACES.map((surface) => (
          <p key={surface} className={`flex gap-3 rounded border border-line px-2 py-1 ${surface}`}>
            <span dir="ltr" className="flex-1 text-ink">
              {surface}
            </span>
            <span className="text-ink-2">ink-2</span>
            <span className="text-ink-3">ink-3</span>
            <span className="text-accent">accent</span>
            <span className="text-danger">danger</span>
          </p>
        ))}
      </div>
    </Specimen>
  );
}
