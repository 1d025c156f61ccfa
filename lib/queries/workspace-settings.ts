import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { GateRules } from "@/lib/domain/gate";
import type { PageDefaults, PublisherSettings } from "@/lib/domain/publication";
import type { RetentionSettings } from "@/lib/domain/retention";
import type { ReviewSettings } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { gateSelect } from "./claim";
import { pageDefaultsSelect, publisherSelect } from "./published-facts";

export interface WorkspaceSettingsView extends ReviewSettings, GateRules, PublisherSettings, PageDefaults, RetentionSettings {
  name: string;
  /** Whether members without a second factor set one up before anything else. */
  secondFactorRequired: boolean;
  version: number;
}

/** What holds for the whole workspace. Throws `forbidden` below admin. */
export async function workspaceSettings(tx: Tx, actor: Actor): Promise<WorkspaceSettingsView> {
  authorize(workspacePolicy, actor, "settings");
  return tx.workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: {
      ...gateSelect,
      ...publisherSelect,
      ...pageDefaultsSelect,
      reviewMode: true,
      reviewers: true,
      panelRule: true,
      secondFactorRequired: true,
      trashDays: true,
      toldDays: true,
      version: true,
    },
  });
}

/** The same, for the page. */
export async function workspaceSettingsView(actor: Actor): Promise<WorkspaceSettingsView> {
  return workspaceSettings(await db(), actor);
}

/** The same, for programs. */
export const getWorkspace = query(z.object({}), { summary: "Read the workspace's settings." }, (actor) => workspaceSettingsView(actor));

/** For how many days what is deleted can be restored, for whoever looks into the trash. */
export async function trashDays({ workspaceId }: Actor): Promise<number> {
  const prisma = await db();
  return (await prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { trashDays: true } })).trashDays;
}
