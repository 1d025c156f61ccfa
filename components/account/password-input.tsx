"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

interface PasswordInputProps {
  name: string;
  autoComplete: "current-password" | "new-password";
}

/** A password that can be looked at, because mistyping unseen is what locks people out. */
export function PasswordInput({ name, autoComplete }: PasswordInputProps) {
  const [seen, setSeen] = useState(false);
  return (
    <TextInput
      required
      name={name}
      type={seen ? "text" : "password"}
      dir="ltr"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <IconButton
          size="sm"
          label={seen ? "Hide the password" : "Show the password"}
          aria-pressed={seen}
          icon={seen ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
          onClick={() => setSeen(!seen)}
        />
      }
    />
  );
}
