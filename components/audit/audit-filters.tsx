"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { TextInput } from "@/components/ui/text-input";
import { AUDIT_ACTION_NAMES } from "@/lib/domain/audit";
import type { PersonView } from "@/lib/domain/views";
import type { AuditAsked } from "./audit-params";
import { ACTION_LABELS } from "./audit-words";

interface AuditFiltersProps {
  asked: AuditAsked;
  people: readonly PersonView[];
  pending: boolean;
  onChange: (change: AuditAsked) => void;
}

/** Whose actions, which, and when. */
export function AuditFilters({ asked, people, pending, onChange }: AuditFiltersProps) {
  return (
    <form aria-label="Filters" onSubmit={(event) => event.preventDefault()} className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-[1fr_1fr_9.5rem_9.5rem]">
      <Field label="Person" className="max-sm:col-span-2">
        <Select
          emptyLabel="Everybody"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={asked.actorId ?? ""}
          onChange={(event) => onChange({ actorId: event.target.value || null })}
        />
      </Field>
      <Field label="Action" className="max-sm:col-span-2">
        <Select
          emptyLabel="All actions"
          options={AUDIT_ACTION_NAMES.map((value) => ({ value, label: ACTION_LABELS[value] }))}
          value={asked.action ?? ""}
          onChange={(event) => onChange({ action: event.target.value || null })}
        />
      </Field>
      <Field label="From">
        <TextInput type="date" value={asked.from ?? ""} onChange={(event) => onChange({ from: event.target.value || null })} />
      </Field>
      <Field label="To" aside={pending && <Spinner />}>
        <TextInput type="date" value={asked.to ?? ""} onChange={(event) => onChange({ to: event.target.value || null })} />
      </Field>
    </form>
  );
}
