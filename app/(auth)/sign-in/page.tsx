import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { CodeForm } from "@/components/account/code-form";
import { SignInForm } from "@/components/account/sign-in-form";
import { currentPerson, waitingPerson } from "@/lib/auth/actor";
import { outsideButtons } from "@/lib/auth/outside-providers";
import { BRAND } from "@/lib/domain/brand";
import { DEMO_PASSWORD } from "@/lib/domain/demo";
import { env } from "@/lib/env";
import { admitsByDomain } from "@/lib/queries/joinable";
import { demoAccounts, isSetUp } from "@/lib/queries/workspace";
import { HOME_PATH, nextPath } from "@/lib/ui/next-path";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = nextPath(await firstValue(searchParams, "next"));
  if (await currentPerson()) redirect(next);
  const waiting = await waitingPerson();
  if (waiting) {
    return (
      <Door
        title="Second step"
        description={
          <p>
            Your app shows a code for <bdi className="break-all">{waiting.email}</bdi>.
          </p>
        }
      >
        <CodeForm next={next} />
      </Door>
    );
  }
  if (!(await isSetUp())) redirect("/setup");
  const demo = env.ASSAY_DEMO ? { accounts: await demoAccounts(), password: DEMO_PASSWORD } : null;
  return (
    <Door title="Sign in" description={BRAND.tagline}>
      <SignInForm
        next={next}
        notice={await noticeOf(searchParams, next)}
        demo={demo}
        mails={env.SMTP_URL !== undefined}
        admits={env.SMTP_URL !== undefined && (await admitsByDomain())}
        services={outsideButtons()}
      />
    </Door>
  );
}

/** Why one is here, when one did not come by oneself. */
async function noticeOf(searchParams: SearchParams, next: string): Promise<string | null> {
  const done = await firstValue(searchParams, "done");
  if (done === "deleted") return "Your account is deleted.";
  if (done === "password") return "Your new password is set. Sign in with it.";
  if (await firstValue(searchParams, "error")) return "The last attempt to sign in did not work. Try again.";
  return next === HOME_PATH ? null : "Sign in to open that page.";
}
