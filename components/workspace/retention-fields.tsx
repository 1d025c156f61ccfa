"use client";

import { SavedChoice } from "@/components/document/saved-choice";
import { RETENTION } from "@/lib/domain/retention";
import type { SavedField } from "@/lib/ui/use-record-saver";

const PERIODS = [7, 14, 30, 60, 90, 180, 365];

/** The periods within the bounds, and the one that is chosen now. */
function options({ least, most }: { least: number; most: number }, now: string) {
  const days = new Set([...PERIODS.filter((each) => each >= least && each <= most), Number(now)]);
  return [...days].sort((a, b) => a - b).map((each) => ({ value: String(each), label: each === 365 ? "A year" : `${String(each)} days` }));
}

interface RetentionFieldsProps {
  /** Numbers of days, as text. */
  trash: SavedField<string>;
  told: SavedField<string>;
}

/** For how long the workspace keeps what is of no use any more. */
export function RetentionFields({ trash, told }: RetentionFieldsProps) {
  return (
    <div className="grid gap-4 sm:max-w-96">
      <SavedChoice
        label="What is deleted can be restored for"
        hint="Then documents, claims, evidence, questions, snapshots and noted contacts in the trash are gone for good, and so are the addresses of readers whose reports were settled. A shorter time counts for what is there already."
        field={trash}
        options={options(RETENTION.trashDays, trash.value)}
      />
      <SavedChoice
        label="Notifications that were read are kept for"
        hint="What nobody has read stays until it is."
        field={told}
        options={options(RETENTION.toldDays, told.value)}
      />
    </div>
  );
}
