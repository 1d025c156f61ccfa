import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

interface CodeFieldProps {
  kind?: "app" | "recovery";
  error?: string | undefined;
  hint?: string;
  autoFocus?: boolean;
}

/** Where a code of the app is typed, or one of those that replace it. */
export function CodeField({ kind = "app", error, hint, autoFocus = false }: CodeFieldProps) {
  return (
    <Field
      label={kind === "app" ? "Code of your app" : "Recovery code"}
      error={error}
      hint={hint ?? (kind === "app" ? "Six digits, which change every half minute." : "One of the ten that you kept; it works once.")}
    >
      <TextInput
        required
        name="code"
        dir="ltr"
        autoFocus={autoFocus}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        {...(kind === "app" ? { inputMode: "numeric" as const } : {})}
        className="font-mono tracking-widest"
      />
    </Field>
  );
}
