import { SegmentedBar } from "@/components/ui/segmented-bar";
import { StateDot } from "@/components/ui/state-dot";
import { Tag } from "@/components/ui/tag";
import { Specimen } from "../specimen";
import type { Words } from "../words";

const CLASSES = ["tone-true", "tone-mostly-true", "tone-half", "tone-mostly-false", "tone-false", "tone-off", "tone-open", "tone-skipped"];

export function Tones({ words }: { words: Words }) {
  return (
    <Specimen title={words.headings.tones}>
      <ul className="grid gap-1.5">
        {CLASSES.map((tone, index) => (
          <li key={tone} className={`flex items-center gap-2.5 ${tone}`}>
            <StateDot />
            <StateDot shape="ring" />
            <span className="flex-1 font-text text-reading">
              <span className="marked">{words.tones[index]}</span>
            </span>
            <span className="font-semibold text-tone max-sm:hidden">{words.tones[index]}</span>
            <Tag toned>{words.tones[index]}</Tag>
            <span className="rounded bg-tone-solid px-1.5 text-2xs/4.5 font-medium text-surface">{words.tones[index]}</span>
          </li>
        ))}
      </ul>
      <p className="font-text text-reading">
        <span className="tone-true marked">
          {words.title} <span className="tone-mostly-false marked">{words.quote}</span>
        </span>
      </p>
      <SegmentedBar label="10 of 15" segments={CLASSES.slice(0, 5).map((tone, index) => ({ key: tone, tone, count: 5 - index }))} />
    </Specimen>
  );
}
