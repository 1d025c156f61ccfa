"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio";
import { Segmented } from "@/components/ui/segmented";
import { Tabs } from "@/components/ui/tabs";
import { Specimen } from "../specimen";
import type { Words } from "../words";

const TONES = ["true", "mostly-true", "half", "mostly-false", "false"] as const;

export function Choices({ words }: { words: Words }) {
  const [verdict, setVerdict] = useState<(typeof TONES)[number] | null>("mostly-true");
  const [stance, setStance] = useState("a");
  const [mode, setMode] = useState("one");
  return (
    <Specimen title={words.headings.choices}>
      <Segmented
        label={words.headings.tones}
        value={verdict}
        onChange={setVerdict}
        options={TONES.map((tone, index) => ({ value: tone, label: words.tones[index], tone: `tone-${tone}` }))}
      />
      <Segmented
        label={words.headings.choices}
        value={stance}
        onChange={setStance}
        options={[
          { value: "a", label: words.tones[0] },
          { value: "b", label: words.tones[4] },
          { value: "c", label: words.tones[6], disabled: true },
        ]}
      />
      <RadioGroup
        label={words.state}
        value={mode}
        onChange={setMode}
        options={[
          { value: "one", label: words.people[0], hint: words.hint },
          { value: "two", label: words.people[1] },
          { value: "three", label: words.people[2], disabled: true },
        ]}
      />
      <div className="grid gap-2">
        <Checkbox label={words.primary} hint={words.hint} defaultChecked />
        <Checkbox label={words.topic} />
        <Checkbox label={words.skip} disabled />
      </div>
      <Tabs
        label={words.headings.records}
        tabs={[
          { id: "one", label: words.statement, content: <p className="py-3 text-ink-2">{words.claim}</p> },
          { id: "two", label: words.source, count: 2, content: <p className="py-3 text-ink-2">{words.quote}</p> },
        ]}
      />
    </Specimen>
  );
}
