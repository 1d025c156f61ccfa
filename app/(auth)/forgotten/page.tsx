import type { Metadata } from "next";
import { AskForLinkForm } from "@/components/account/ask-for-link-form";
import { Door } from "@/components/account/door";
import { SignInLink } from "@/components/account/sign-in-link";
import { HANDED_LINK_HOURS } from "@/lib/domain/token";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgottenPage() {
  if (!env.SMTP_URL) {
    return (
      <Door
        title="Ask an admin for a link"
        description={`This installation sends no e-mail. An admin of your workspace can make a link for you under “People”, by which you set a new password. It works once, for ${String(HANDED_LINK_HOURS)} hours.`}
      >
        <SignInLink />
      </Door>
    );
  }
  return (
    <Door title="Forgotten your password?" description="You get a link by e-mail, by which you set a new one. Until then the old one works.">
      <AskForLinkForm kind="set_password" />
    </Door>
  );
}
