import Link from "next/link";

/** In place of the form that changes a password, where there is none to change. */
export function NoPassword() {
  return (
    <p className="max-w-prose text-sm text-ink-2">
      Your account has no password: you sign in by e-mail, or by another service. If you want one,{" "}
      <Link href="/forgotten" className="text-accent underline underline-offset-2">
        set it by a link
      </Link>
      ; that ends all your sessions.
    </p>
  );
}
