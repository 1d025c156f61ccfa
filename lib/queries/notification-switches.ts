import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { USUAL_SWITCHES, type SwitchesView } from "@/lib/domain/notification";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { kindsFor } from "@/lib/policies/notification";

export const GetSwitches = z.object({});

/** How the actor is told of what. */
export const getSwitches = query(GetSwitches, { summary: "Read how one is told of what." }, async (actor) => switchesView(await db(), actor));

/** The actor's switches, for the kinds that their role is told of. */
export async function switchesView(tx: Tx, actor: Actor): Promise<SwitchesView> {
  const own = await tx.notificationSwitch.findMany({ where: { userId: actor.userId }, select: { kind: true, inPage: true, mail: true } });
  const items = kindsFor(actor).map((kind) => own.find((each) => each.kind === kind) ?? { kind, ...USUAL_SWITCHES[kind] });
  return { mail: { sends: env.SMTP_URL !== undefined, address: actor.email }, items };
}
