import { headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { DemoBanner } from "@/components/desk/demo-banner";
import { Desk } from "@/components/desk/desk";
import { requireActor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { mayMakeWorkspaces, maySeeSystem } from "@/lib/queries/instance";
import { ownWorkspaces } from "@/lib/queries/memberships";
import { HOME_PATH } from "@/lib/ui/next-path";

/* Heights that a page of full height takes off: h-[calc(100dvh-var(--banner))]. */
const WITH_BANNER: CSSProperties & Record<"--banner", string> = { "--banner": "1.75rem" };
const WITHOUT_BANNER: CSSProperties & Record<"--banner", string> = { "--banner": "0px" };

/**
 * The frame of the signed-in pages. Whether somebody may see a page is decided by the page and its query, never here: this only
 * sends away whoever is not signed in before the first byte has left, while the answer can still be a redirect.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor((await headers()).get("x-path") ?? HOME_PATH);
  return (
    <div style={env.ASSAY_DEMO ? WITH_BANNER : WITHOUT_BANNER}>
      {env.ASSAY_DEMO && <DemoBanner local={env.HOST === undefined} />}
      <Desk
        person={{
          ...{ id: actor.userId, name: actor.name, email: actor.email, role: actor.role },
          ...{ owner: actor.owner === true, makesWorkspaces: await mayMakeWorkspaces(actor), seesSystem: await maySeeSystem(actor) },
        }}
        workspaceId={actor.workspaceId}
        workspaces={await ownWorkspaces(actor)}
      >
        {children}
      </Desk>
    </div>
  );
}
