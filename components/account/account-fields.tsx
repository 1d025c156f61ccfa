import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { PasswordInput } from "./password-input";

type Errors = Readonly<Record<string, string>>;

/** The name field of a new account. */
export function NameField({ errors }: { errors: Errors }) {
  return (
    <Field label="Your name" error={errors.name} hint="As the others see it beside your work.">
      <TextInput required name="name" autoComplete="name" maxLength={100} />
    </Field>
  );
}

/** The address one signs in with; fixed when a link was made for it, with the reason. */
export function EmailField({ errors, fixed = null, why }: { errors: Errors; fixed?: string | null; why?: string }) {
  return (
    <Field label="Your e-mail" error={errors.email} hint={fixed ? why : undefined}>
      <TextInput
        required
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        {...(fixed ? { defaultValue: fixed, readOnly: true } : {})}
      />
    </Field>
  );
}

/** A password that is being chosen. */
export function NewPasswordField({ errors, label = "Password" }: { errors: Errors; label?: string }) {
  return (
    <Field label={label} error={errors.password} hint="At least 8 characters. A few words in a row are easy to keep in mind.">
      <PasswordInput name="password" autoComplete="new-password" />
    </Field>
  );
}
