"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";
import { FLAG_REASON_NAMES, QUEUE_REASONS } from "@/lib/domain/flag";
import { MODERATION_SUBJECTS, QUEUE_AGES, QUEUE_STATES, SUBJECT_NAMES } from "@/lib/domain/moderation";
import { queueParams } from "./queue-params";

const STATE_NAMES: Record<(typeof QUEUE_STATES)[number], string> = {
  open: "Open",
  escalated: "Handed to admins",
  appealed: "Appealed",
  settled: "Settled",
};
const AGE_NAMES: Record<(typeof QUEUE_AGES)[number], string> = { day: "Over a day old", week: "Over a week old", month: "Over a month old" };

const STATES = QUEUE_STATES.map((value) => ({ value, label: STATE_NAMES[value] }));
const SUBJECTS = MODERATION_SUBJECTS.map((value) => ({ value, label: SUBJECT_NAMES[value] }));
const REASONS = QUEUE_REASONS.map((value) => ({ value, label: FLAG_REASON_NAMES[value] }));
const AGES = QUEUE_AGES.map((value) => ({ value, label: AGE_NAMES[value] }));

/** What is shown of the queue, kept in the address; `pending` while the server answers. */
export function useQueueParams() {
  const [pending, startTransition] = useTransition();
  const [asked, set] = useQueryStates(queueParams, { shallow: false, startTransition });
  return { asked, pending, set, filtered: [asked.subject, asked.reason, asked.age, asked.document].some((each) => each !== null) };
}

/** Which things of the queue: their state, kind, reason and age. */
export function QueueFilters({ asked, set }: Pick<ReturnType<typeof useQueueParams>, "asked" | "set">) {
  return (
    <search className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <Select
        aria-label="State"
        options={STATES}
        value={asked.state}
        onChange={(event) => void set({ state: QUEUE_STATES.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-40"
      />
      <Select
        aria-label="Kind"
        emptyLabel="Any kind"
        options={SUBJECTS}
        value={asked.subject ?? ""}
        onChange={(event) => void set({ subject: MODERATION_SUBJECTS.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-36"
      />
      <Select
        aria-label="Reason"
        emptyLabel="Any reason"
        options={REASONS}
        value={asked.reason ?? ""}
        onChange={(event) => void set({ reason: QUEUE_REASONS.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-52"
      />
      <Select
        aria-label="Age"
        emptyLabel="Any age"
        options={AGES}
        value={asked.age ?? ""}
        onChange={(event) => void set({ age: QUEUE_AGES.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-40"
      />
    </search>
  );
}
