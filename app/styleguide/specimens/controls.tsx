"use client";

import { ArrowRight, Plus, Search, Settings } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { Tooltip } from "@/components/ui/tooltip";
import { Specimen } from "../specimen";
import type { Words } from "../words";

const LIBRARY = [
  { id: "1", label: "Statement of the delegation, 14 April 2009", hint: "Ministry of Foreign Affairs" },
  { id: "2", label: "Chronology of the talks", hint: "Research library · p. 4" },
  { id: "3", label: "Press conference, Vladivostok", hint: "Transcript" },
];

const searchLibrary = (query: string) => Promise.resolve(LIBRARY.filter((source) => source.label.toLowerCase().includes(query.toLowerCase())));

export function Controls({ words }: { words: Words }) {
  const [text, setText] = useState(words.claim);
  return (
    <Specimen title={words.headings.controls}>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary">
          {words.submit} <Kbd keys="mod+enter" plain />
        </Button>
        <Button icon={<Plus size={14} />}>{words.source}</Button>
        <Button variant="ghost">
          {words.skip} <Kbd keys="s" />
        </Button>
        <Button variant="danger">{words.remove}</Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" loading>
          {words.submit}
        </Button>
        <Button disabled>{words.cancel}</Button>
        <Button size="sm">{words.cancel}</Button>
        <Button size="lg">{words.cancel}</Button>
        <Tooltip content={words.headings.controls}>
          <IconButton label={words.headings.controls} icon={<Settings size={16} />} />
        </Tooltip>
        <IconButton label={words.submit} variant="default" icon={<ArrowRight size={16} className="rtl:-scale-x-100" />} />
      </div>
      <Field label={words.statement} hint={words.hint} aside={`${text.length}/280`} required>
        <TextArea value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label={words.statement} error={words.error}>
        <TextInput defaultValue="" placeholder={words.claim} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={words.search}>
          <TextInput leading={<Search size={14} />} trailing={<Kbd keys="/" />} />
        </Field>
        <Field label={words.state}>
          <Select options={words.tones.map((label) => ({ value: label, label }))} emptyLabel="—" />
        </Field>
        <Field label={words.cancel}>
          <TextInput disabled defaultValue={words.quote} />
        </Field>
        <Field label={words.primary}>
          <TextInput readOnly defaultValue={words.quote} />
        </Field>
      </div>
      <Field label={words.source}>
        <Combobox search={searchLibrary} onPick={() => undefined} onCreate={() => undefined} placeholder={words.search} />
      </Field>
      <TextArea look="bare" aria-label={words.claim} defaultValue={words.claim} className="font-text text-statement font-semibold" />
    </Specimen>
  );
}
