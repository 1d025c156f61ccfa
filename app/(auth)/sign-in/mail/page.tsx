import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AskForLinkForm } from "@/components/account/ask-for-link-form";
import { Door } from "@/components/account/door";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in by e-mail" };

export default function SignInByMailPage() {
  if (!env.SMTP_URL) redirect("/sign-in");
  return (
    <Door title="Sign in by e-mail" description="You get a link that signs you in, without a password.">
      <AskForLinkForm kind="sign_in" />
    </Door>
  );
}
