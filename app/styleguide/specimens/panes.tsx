import { SplitPanes } from "@/components/ui/split-panes";

export function Panes() {
  return (
    <div className="hidden h-40 border-b border-line lg:block">
      <SplitPanes
        storageKey="assay.styleguide"
        className="h-full"
        start={{ label: "Outline", initial: 248, min: 180, max: 400, content: <p className="p-4 text-ink-2">Outline</p> }}
        end={{ label: "Claim", initial: 432, min: 320, max: 640, content: <p className="h-full bg-surface p-4 text-ink-2">Claim</p> }}
      >
        <p className="p-6 font-text text-reading">The panes beside this one are adjusted by dragging the lines, or with the arrow keys.</p>
      </SplitPanes>
    </div>
  );
}
