"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { TextInput } from "@/components/ui/text-input";
import type { AgreementView } from "@/lib/domain/agreement-report";
import type { AgreementAddress } from "./use-agreement-address";

interface AgreementFiltersProps {
  view: AgreementView;
  address: AgreementAddress;
}

/** Whose judgements, of when, and of which texts. */
export function AgreementFilters({ view: { scale, reviewers, pair, filters }, address }: AgreementFiltersProps) {
  const pairs = reviewers.flatMap((one, index) =>
    reviewers.slice(index + 1).map((two) => ({ value: `${one.id} ${two.id}`, label: `${one.name} and ${two.name}` })),
  );
  const chosen = pair ? [`${pair[0].id} ${pair[1].id}`, `${pair[1].id} ${pair[0].id}`] : [];

  function choosePair(value: string) {
    const [first = "", second = ""] = value.split(" ");
    address.change({ first, second });
  }

  return (
    <form
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-[1fr_1fr_1fr_9.5rem_9.5rem]"
    >
      <Field label="Reviewers" className="max-sm:col-span-2">
        <Select
          emptyLabel="All reviewers"
          options={pairs}
          value={pairs.find((each) => chosen.includes(each.value))?.value ?? ""}
          onChange={(event) => choosePair(event.target.value)}
        />
      </Field>
      <Field label="Texts" className="max-sm:col-span-2">
        <Select
          options={[
            { value: "document", label: "This document" },
            { value: "scale", label: `All on the scale “${scale.name}”` },
          ]}
          value={filters.scope}
          onChange={(event) => address.change({ scope: event.target.value, first: "", second: "" })}
        />
      </Field>
      <Field label="Judgements" className="max-sm:col-span-2">
        <Select
          options={[
            { value: "first", label: "As first submitted" },
            { value: "latest", label: "As they stand now" },
          ]}
          value={filters.versions}
          onChange={(event) => address.change({ versions: event.target.value })}
        />
      </Field>
      <Field label="From">
        <TextInput type="date" value={filters.from ?? ""} max={filters.to ?? undefined} onChange={(event) => address.change({ from: event.target.value })} />
      </Field>
      <Field label="To" aside={address.pending && <Spinner />}>
        <TextInput type="date" value={filters.to ?? ""} min={filters.from ?? undefined} onChange={(event) => address.change({ to: event.target.value })} />
      </Field>
    </form>
  );
}
