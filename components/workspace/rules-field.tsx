"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { FieldNotes } from "@/components/draft/field-notes";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { RULE_MAX, RULES_MAX, rulesOf } from "@/lib/domain/moderation";
import type { SavedField } from "@/lib/ui/use-record-saver";

const tidied = (rule: string) => rule.replace(/\s+/g, " ").trim();

/** The rules in their order: each can be written anew, moved and removed. */
export function RulesField({ field }: { field: SavedField<readonly string[]> }) {
  const rules = rulesOf(field.value);
  const [typed, setTyped] = useState("");
  const isNew = tidied(typed) !== "" && !rules.includes(tidied(typed));

  const change = (changed: readonly string[]) => {
    field.onChange(changed);
    field.onBlur();
  };
  const move = (from: number, to: number) => {
    const rest = rules.filter((_, index) => index !== from);
    change([...rest.slice(0, to), rules[from] ?? "", ...rest.slice(to)]);
  };

  return (
    <div className="grid content-start gap-3">
      <ol aria-label="Rules" className="grid gap-2">
        {rules.map((rule, index) => (
          <li key={rule} className="flex items-start gap-1">
            <RuleInput
              number={index + 1}
              rule={rule}
              taken={(said) => rules.some((each, other) => each === said && other !== index)}
              onChange={(said) => change(rules.map((each, other) => (other === index ? said : each)))}
            />
            <IconButton
              size="sm"
              label={`Move rule ${index + 1} up`}
              icon={<ArrowUp size={14} />}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              size="sm"
              label={`Move rule ${index + 1} down`}
              icon={<ArrowDown size={14} />}
              disabled={index === rules.length - 1}
              onClick={() => move(index, index + 1)}
            />
            <IconButton size="sm" label={`Remove rule ${index + 1}`} icon={<X size={14} />} onClick={() => change(rules.filter((each) => each !== rule))} />
          </li>
        ))}
      </ol>
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNew) return;
          change([...rules, tidied(typed)]);
          setTyped("");
        }}
      >
        <Field label="Another rule" className="flex-1" error={field.error}>
          <TextInput value={typed} maxLength={RULE_MAX} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button type="submit" className="mt-5" disabled={!isNew || rules.length >= RULES_MAX}>
          Add
        </Button>
      </form>
      <p className="text-xs text-ink-3">
        {field.value.length === 0
          ? "These are the usual rules; they are yours as soon as you change one."
          : "Once the last one is removed, the usual rules hold again."}
      </p>
      <FieldNotes label="Rules" field={field} show={(value) => value.join("\n")} />
    </div>
  );
}

interface RuleInputProps {
  number: number;
  rule: string;
  taken: (said: string) => boolean;
  onChange: (said: string) => void;
}

/** One rule; what is written holds once the field is left. An empty one, or one that is there already, goes back to what it was. */
function RuleInput({ number, rule, taken, onChange }: RuleInputProps) {
  const [said, setSaid] = useState(rule);
  return (
    <TextArea
      rows={1}
      aria-label={`Rule ${String(number)}`}
      value={said}
      maxLength={RULE_MAX}
      onChange={(event) => setSaid(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      onBlur={() => {
        const wished = tidied(said);
        if (wished === "" || taken(wished)) return setSaid(rule);
        setSaid(wished);
        if (wished !== rule) onChange(wished);
      }}
    />
  );
}
