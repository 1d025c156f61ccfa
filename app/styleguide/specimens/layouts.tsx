import { Logo } from "@/components/ui/logo";
import { Button } from "@/components/ui/button";
import { Specimen } from "../specimen";
import type { Words } from "../words";

export function Layouts({ words }: { words: Words }) {
  return (
    <Specimen title={words.headings.layouts}>
      <div className="flex h-13 items-center gap-3 rounded border border-line bg-surface px-4">
        <Logo name="Assay" />
        <span className="min-w-0 flex-1 truncate text-ink-3">{words.title}</span>
        <Button size="sm">{words.cancel}</Button>
      </div>
    </Specimen>
  );
}
