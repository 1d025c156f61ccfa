"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

interface CopyFieldProps {
  label: string;
  value: string;
  hint: string;
}

/** A text to take along. Where the page may not write to the clipboard it is selected, ready for the keys. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<"not yet" | "yes" | "refused">("not yet");

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied("yes");
    } catch {
      setCopied(document.execCommand("copy") ? "yes" : "refused");
    }
  }

  return (
    <div className="flex items-start gap-2">
      <Field label={label} hint={hint} className="min-w-0 flex-1">
        <TextInput ref={input} dir="ltr" readOnly value={value} onFocus={(event) => event.target.select()} className="font-mono text-xs!" />
      </Field>
      <Button
        variant="primary"
        className="mt-5"
        icon={copied === "yes" ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        onClick={() => void copy()}
      >
        {copied === "yes" ? "Copied" : "Copy"}
      </Button>
      <span role="status" className="sr-only">
        {copied === "yes" && "Copied"}
        {copied === "refused" && "The link is selected. Copy it with the keyboard."}
      </span>
    </div>
  );
}
