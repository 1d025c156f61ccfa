"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { FormFailure } from "@/components/account/form-failure";
import type { PersonView } from "@/lib/domain/views";
import { apiErrorOf, type ApiError } from "@/lib/ui/api";
import { useState, type FormEvent } from "react";
import { useToday } from "@/components/ui/use-today";

export interface AssignmentChange {
  assign: string[];
  release: string[];
  due?: string | null;
}

interface AssignDialogProps {
  title: string;
  description?: string;
  people: readonly (PersonView & { load?: number })[];
  /** Those who work on it now; they can be taken off. */
  assigned?: readonly string[];
  /** The deadline as it is. */
  due?: string | null;
  /** Only takes people off. */
  releasing?: boolean;
  /** Throws `ApiError`. */
  onSave: (change: AssignmentChange) => Promise<void>;
  onClose: () => void;
}

/** Who works on one claim or several, and until when. */
export function AssignDialog({ title, description, people, assigned = [], due = null, releasing = false, onSave, onClose }: AssignDialogProps) {
  const today = useToday();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(assigned));
  const [day, setDay] = useState(due ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const toggle = (id: string) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]));
  const nobody = releasing && chosen.size === 0;

  async function save(event: FormEvent) {
    event.preventDefault();
    // The dialog stands in the form of nothing else, but its events climb the tree of components.
    event.stopPropagation();
    setBusy(true);
    setFailure(null);
    try {
      await onSave(
        releasing
          ? { assign: [], release: [...chosen] }
          : {
              assign: [...chosen].filter((id) => !assigned.includes(id)),
              release: assigned.filter((id) => !chosen.has(id)),
              ...(day === (due ?? "") ? {} : { due: day || null }),
            },
      );
      onClose();
    } catch (error) {
      setFailure(apiErrorOf(error));
      setBusy(false);
    }
  }

  const dueError = failure?.fields.find(({ field }) => field === "due")?.message;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} {...(description ? { description } : {})} size="sm">
      <form onSubmit={(event) => void save(event)} className="grid gap-4">
        <fieldset className="grid gap-2.5">
          <legend className="mb-2 text-xs font-medium text-ink-2">People</legend>
          {people.map(({ id, name, load }) => (
            <Checkbox
              key={id}
              label={<bdi>{name}</bdi>}
              {...(load === undefined ? {} : { hint: loadWords(load) })}
              checked={chosen.has(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </fieldset>
        {!releasing && (
          <Field label="Due (optional)" error={dueError} className="max-w-48">
            <TextInput type="date" value={day} {...(today ? { min: today } : {})} onChange={(event) => setDay(event.target.value)} />
          </Field>
        )}
        {failure && !dueError && <FormFailure>{failure.message}</FormFailure>}
        <div className="flex justify-end gap-2">
          <DialogClose>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" loading={busy} disabled={nobody}>
            {releasing ? "Take off" : "Assign"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How much waits for somebody, in words. */
export function loadWords(load: number): string {
  if (load === 0) return "Nothing waits";
  return load === 1 ? "1 claim waits" : `${String(load)} claims wait`;
}
