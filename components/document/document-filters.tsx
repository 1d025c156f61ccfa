"use client";

import { Search } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useRef, useTransition } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { DOCUMENT_KIND_NAMES, DOCUMENT_KINDS, DOCUMENT_STATE_NAMES, DOCUMENT_STATES } from "@/lib/domain/document";
import { DOCUMENT_SORTS, documentParams } from "./list-params";

const STATE_OPTIONS = DOCUMENT_STATES.map((value) => ({ value, label: DOCUMENT_STATE_NAMES[value] }));
const KIND_OPTIONS = DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_NAMES[value] }));
const SORT_NAMES: Record<(typeof DOCUMENT_SORTS)[number], string> = { updated: "Last changed", title: "Title", published: "Publication date" };
const SORT_OPTIONS = DOCUMENT_SORTS.map((value) => ({ value, label: SORT_NAMES[value] }));
/** Milliseconds without typing before the server is asked. */
const PAUSE_MS = 200;

/** What is shown of the documents, kept in the address; `pending` while the server answers. */
export function useDocumentParams() {
  const [pending, startTransition] = useTransition();
  const [asked, set] = useQueryStates(documentParams, { shallow: false, startTransition });
  return { asked, pending, set, filtered: asked.q !== "" || asked.state !== null || asked.kind !== null };
}

type DocumentParams = Pick<ReturnType<typeof useDocumentParams>, "asked" | "set">;

/** Search, filters and order. */
export function DocumentFilters({ asked, set }: DocumentParams) {
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => search.current?.focus() });
  return (
    <search className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search documents"
        placeholder="Search titles and texts"
        leading={<Search aria-hidden size={14} />}
        trailing={asked.q === "" && <Kbd keys="/" className="me-1" />}
        maxLength={200}
        value={asked.q}
        onChange={(event) => void set({ q: event.target.value, page: null }, event.target.value === "" ? {} : { limitUrlUpdates: debounce(PAUSE_MS) })}
        onKeyDown={(event) => event.key === "Escape" && void set({ q: null, page: null })}
        className="col-span-2 min-w-0 sm:flex-1 sm:basis-60"
      />
      <Select
        aria-label="State"
        emptyLabel="Any state"
        options={STATE_OPTIONS}
        value={asked.state ?? ""}
        onChange={(event) => void set({ state: DOCUMENT_STATES.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-36"
      />
      <Select
        aria-label="Kind"
        emptyLabel="Any kind"
        options={KIND_OPTIONS}
        value={asked.kind ?? ""}
        onChange={(event) => void set({ kind: DOCUMENT_KINDS.find((each) => each === event.target.value) ?? null, page: null })}
        className="sm:w-36"
      />
      <Select
        aria-label="Order"
        options={SORT_OPTIONS}
        value={asked.sort}
        onChange={(event) => void set({ sort: DOCUMENT_SORTS.find((each) => each === event.target.value) ?? null, page: null })}
        className="col-span-2 sm:w-40"
      />
    </search>
  );
}
