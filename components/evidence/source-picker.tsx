"use client";

import type { ComboboxOption } from "@/components/ui/use-search";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import { httpUrl } from "@/lib/domain/url";
import type { SourceView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import { countOf, formatDateShort } from "@/lib/ui/format";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";

interface SourcePickerProps {
  onPick: (source: Pick<SourceView, "id" | "title">) => void;
  /** Nothing in the library fits: begin a new source with what was typed, a title or an address. */
  onCreate: (begun: { title: string; url: string }) => void;
  error?: string | undefined;
}

/** Finds a source of the library while one types, or begins a new one. An address finds the source with that address. */
export function SourcePicker({ onPick, onCreate, error }: SourcePickerProps) {
  const client = useQueryClient();
  const found = useRef<readonly SourceView[]>([]);

  const search = useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const { items } = await client.fetchQuery({
        queryKey: queryKeys.sources(query),
        queryFn: ({ signal }) => api.get<{ items: SourceView[] }>(`/sources?q=${encodeURIComponent(query)}`, signal),
      });
      found.current = items;
      return items.map((source) => ({ id: source.id, label: source.title, hint: hintOf(source) }));
    },
    [client],
  );

  return (
    <Field label="Source" hint="Search the library by title, publisher or address; or name a new source." error={error} required>
      <Combobox
        search={search}
        placeholder="Title, publisher or https://…"
        onPick={(option) => onPick(found.current.find((source) => source.id === option.id) ?? { id: option.id, title: option.label })}
        onCreate={(text) => onCreate(httpUrl(text) ? { title: "", url: text } : { title: text, url: "" })}
        createLabel={(text) => `New source: ${text}`}
      />
    </Field>
  );
}

function hintOf(source: SourceView): string {
  const parts = [
    source.publisher || SOURCE_TYPE_NAMES[source.type],
    source.publishedOn && formatDateShort(source.publishedOn),
    source.primary && "primary",
    countOf(source.usageCount, "use"),
  ];
  return parts.filter(Boolean).join(" · ");
}
