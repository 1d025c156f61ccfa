import { Kbd } from "@/components/ui/kbd";
import { Outline, type OutlineProps } from "./outline";

/** What stands below the list of claims: the headings of the text, and the few keys that one works with here. */
export function PaneFoot(outline: OutlineProps) {
  return (
    <>
      <Outline {...outline} />
      <p className="flex min-h-8.5 flex-wrap items-center gap-1.5 border-t border-line px-3 py-2 text-xs text-ink-3 max-lg:hidden">
        <Kbd keys="j" /> <Kbd keys="k" /> claims <Kbd keys="n" /> new <Kbd keys="?" /> all keys
      </p>
    </>
  );
}
