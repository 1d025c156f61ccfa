import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { WorkspaceSettings } from "@/components/workspace/workspace-settings";
import { requireActor } from "@/lib/auth/actor";
import { secondFactorView } from "@/lib/queries/second-factor";
import { workspaceSettingsView } from "@/lib/queries/workspace-settings";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "Workspace settings" };

export default async function WorkspaceSettingsPage() {
  const actor = await requireActor("/settings");
  const settings = await pageView(workspaceSettingsView(actor));
  if (!settings) return <ForbiddenPage />;
  const { state } = await secondFactorView(actor);
  return (
    <>
      <TopBar saves="always" />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <WorkspaceSettings settings={settings} canRequire={state === "on"} />
        </UntilLive>
      </main>
    </>
  );
}
