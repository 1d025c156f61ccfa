"use client";

import { FormFailure } from "@/components/account/form-failure";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useToday } from "@/components/ui/use-today";
import { ASSIGNED_MAX, RETURN_DAYS_MAX } from "@/lib/domain/assignment";
import type { PlanView } from "@/lib/domain/assignments-view";
import { apiErrorOf, type ApiError } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { useState, type FormEvent } from "react";
import { loadWords } from "./assign-dialog";
import { PlanPreview } from "./plan-preview";
import type { Assignments, PlanWishes } from "./use-assignments";

/** Shares the claims that lack people out among those chosen: what it would do is seen first. */
export function PlanForm({ assignments }: { assignments: Assignments }) {
  const { document, people, places } = assignments.view;
  const today = useToday();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [perClaim, setPerClaim] = useState(places);
  const [due, setDue] = useState("");
  const [days, setDays] = useState(document.returnDays === null ? "" : String(document.returnDays));
  const [plan, setPlan] = useState<PlanView | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const wishes: PlanWishes = { personIds: [...chosen], perClaim, due: due || null, returnDays: days === "" ? null : Number(days) };
  const most = document.reviewMode === "proposal" ? ASSIGNED_MAX : places;
  const errorAt = (name: string) => failure?.fields.find(({ field }) => field === name)?.message;

  /** Whatever is wished otherwise makes another plan. */
  function wish(change: () => void): void {
    change();
    setPlan(null);
    setFailure(null);
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      const refused = apiErrorOf(error);
      setFailure(refused);
      // Somebody changed meanwhile who works on what: the plan as it is now comes with the refusal.
      if (refused.code === "conflict" && refused.current) setPlan(refused.current as PlanView); // a conflict carries the plan as it would be now
    } finally {
      setBusy(false);
    }
  }

  function preview(event: FormEvent) {
    event.preventDefault();
    void attempt(async () => setPlan(await assignments.preview(wishes)));
  }

  async function apply({ seal, pairs }: PlanView) {
    await attempt(async () => {
      await assignments.apply(wishes, seal);
      setPlan(null);
      toast.success(pairs === 0 ? "Saved." : `${countOf(pairs, "assignment")} made.`);
    });
  }

  return (
    <section aria-labelledby="plan" className="grid gap-5 rounded-[10px] border border-line bg-surface p-5">
      <h2 id="plan" className="text-base font-semibold">
        Share out by a plan
      </h2>
      <form onSubmit={preview} className="grid gap-5">
        <fieldset className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <legend className="mb-2 text-xs font-medium text-ink-2">Among whom</legend>
          {people.map(({ id, name, load }) => (
            <Checkbox
              key={id}
              label={<bdi>{name}</bdi>}
              hint={loadWords(load)}
              checked={chosen.has(id)}
              onChange={() => wish(() => setChosen(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id])))}
            />
          ))}
        </fieldset>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Field label="People a claim" error={errorAt("perClaim")}>
            <Select
              value={String(perClaim)}
              options={Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))}
              onChange={(event) => wish(() => setPerClaim(Number(event.target.value)))}
            />
          </Field>
          <Field label="Due (optional)" error={errorAt("due")}>
            <TextInput type="date" value={due} {...(today ? { min: today } : {})} onChange={(event) => wish(() => setDue(event.target.value))} />
          </Field>
          <Field
            label="Back to the pool after days (optional)"
            error={errorAt("returnDays")}
            hint="Of claims that their person did not touch; in all of this document."
          >
            <TextInput
              type="number"
              inputMode="numeric"
              min={1}
              max={RETURN_DAYS_MAX}
              value={days}
              placeholder="Never"
              onChange={(event) => wish(() => setDays(event.target.value))}
            />
          </Field>
        </div>
        {failure && failure.fields.length === 0 && <FormFailure>{failure.message}</FormFailure>}
        {!plan && (
          <Button type="submit" variant="primary" loading={busy} disabled={chosen.size === 0} className="justify-self-start">
            See the plan
          </Button>
        )}
      </form>
      {plan && <PlanPreview plan={plan} busy={busy} onApply={() => void apply(plan)} onCancel={() => wish(() => undefined)} />}
    </section>
  );
}
