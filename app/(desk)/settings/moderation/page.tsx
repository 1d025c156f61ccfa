import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { ModerationSettings } from "@/components/workspace/moderation-settings";
import { requireActor } from "@/lib/auth/actor";
import { moderationSettingsView } from "@/lib/queries/moderation-settings";
import { ForbiddenPage } from "../../forbidden-page";
import { pageView } from "../../page-view";

export const metadata: Metadata = { title: "Moderation settings" };

export default async function ModerationSettingsPage() {
  const actor = await requireActor("/settings/moderation");
  const settings = await pageView(moderationSettingsView(actor));
  if (!settings) return <ForbiddenPage />;
  return (
    <>
      <TopBar saves="always" />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <ModerationSettings settings={settings} />
        </UntilLive>
      </main>
    </>
  );
}
