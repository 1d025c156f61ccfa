import type { Metadata } from "next";
import { DeleteAccount } from "@/components/account/delete-account";
import { NoPassword } from "@/components/account/no-password";
import { PasswordForm } from "@/components/account/password-form";
import { Preferences } from "@/components/account/preferences";
import { ProfileSection } from "@/components/account/profile-section";
import { SecondFactor } from "@/components/account/second-factor";
import { SessionList } from "@/components/account/session-list";
import { UnprovenAddress } from "@/components/account/unproven-address";
import { TopBar } from "@/components/desk/top-bar";
import { NotificationSwitches } from "@/components/notification/notification-switches";
import { ROLE_WORDS } from "@/components/people/role-words";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/auth/actor";
import { canProveAddress, sessionViews } from "@/lib/queries/account";
import { getSwitches } from "@/lib/queries/notification-switches";
import { secondFactorView } from "@/lib/queries/second-factor";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const actor = await requireActor("/profile");
  const [sessions, switches, secondFactor, unproven] = await Promise.all([
    sessionViews(actor),
    getSwitches.run(actor, {}),
    secondFactorView(actor),
    canProveAddress(actor),
  ]);
  const role = ROLE_WORDS[actor.role];
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <header className="flex items-center gap-4 pb-8">
          <Avatar id={actor.userId} name={actor.name} decorative className="size-12! text-base!" />
          <div className="min-w-0">
            <h1 dir="auto" className="font-text text-2xl/8 font-semibold tracking-[-0.01em]">
              {actor.name}
            </h1>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
              <span className="min-w-0 truncate">{actor.email}</span> <Tag>{role.label}</Tag>
            </p>
          </div>
        </header>
        {unproven && <UnprovenAddress />}
        <ProfileSection title="Look and keys" description="Kept in this browser.">
          <Preferences />
        </ProfileSection>
        {switches.items.length > 0 && (
          <ProfileSection id="notifications" title="Notifications" description="What you are told of: below the bell at the top of every page, and by e-mail.">
            <NotificationSwitches initial={switches} />
          </ProfileSection>
        )}
        <ProfileSection
          title="Password"
          description={secondFactor.hasPassword ? "Changing it ends all your other sessions." : "A way in beside the one you use."}
        >
          {secondFactor.hasPassword ? <PasswordForm email={actor.email} /> : <NoPassword />}
        </ProfileSection>
        <ProfileSection
          id="second-factor"
          title="Second factor"
          description="A code of an app, asked for after the password. Setting it up ends all your other sessions."
        >
          <SecondFactor {...secondFactor} />
        </ProfileSection>
        <ProfileSection title="Sessions" description="Where you are signed in. End what you do not recognise, then change your password.">
          <SessionList sessions={sessions} />
        </ProfileSection>
        <ProfileSection title="Account" description="What you wrote stays when your account is deleted, without your name.">
          <DeleteAccount email={actor.email} hasPassword={secondFactor.hasPassword} />
        </ProfileSection>
      </main>
    </>
  );
}
