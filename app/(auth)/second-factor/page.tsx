import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { FirstSecondFactor } from "@/components/account/first-second-factor";
import { currentPerson } from "@/lib/auth/actor";
import { HOME_PATH } from "@/lib/ui/next-path";

export const metadata: Metadata = { title: "Second factor" };

/** Where somebody is led who has no second factor in a workspace that asks for one. */
export default async function SecondFactorPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  if (!person.lacksSecondFactor) redirect(HOME_PATH);
  return (
    <Door title="Set up a second factor" description="Your workspace asks for one: a code of an app, beside the password. Nothing else is open until then.">
      <FirstSecondFactor />
    </Door>
  );
}
