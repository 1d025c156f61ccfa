import type { Metadata } from "next";
import { Door } from "@/components/account/door";
import { SignInLink } from "@/components/account/sign-in-link";
import { firstValue, type SearchParams } from "../../first-value";

export const metadata: Metadata = { title: "No account here" };

/** Where somebody is led whom a service outside knows, and this installation does not. */
export default async function NoAccountPage({ searchParams }: { searchParams: SearchParams }) {
  const unverified = (await firstValue(searchParams, "why")) === "unverified";
  return (
    <Door
      title="You have no account here"
      description={
        unverified
          ? "The service did not say that your e-mail address is verified, so that it opens nothing here. Verify it there, or sign in in another way."
          : "No member has the address under which the service knows you. Ask an admin of the workspace for an invitation that names this address."
      }
    >
      <SignInLink />
    </Door>
  );
}
