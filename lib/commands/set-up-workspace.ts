import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { requiredLine } from "@/lib/domain/fields";
import { SCALE_TEMPLATES } from "@/lib/domain/scale-templates";
import { record } from "@/lib/events/record";
import { accountFields } from "./account-fields";
import { publicCommand } from "./command";
import { expectUncommon, hashPassword } from "./password";
import { hashToken } from "./token";

export const SetUpWorkspace = z.object({ token: z.string().max(200), workspace: requiredLine(100), ...accountFields });

/** The first run: makes the workspace and its admin, with the one-time token that the server printed. */
export const setUpWorkspace = publicCommand(
  SetUpWorkspace,
  { summary: "Make the first workspace and its admin, with the one-time token of the server's log.", status: 201, signsUp: true },
  async (input) => {
    expectUncommon(input.password, input.email);
    return { passwordHash: await hashPassword(input.password) };
  },
  async ({ tx, now }, input, { passwordHash }) => {
    // Spending the token first makes two who come at once one after the other.
    const spent = await tx.instance.updateMany({ where: { id: 1, setupTokenHash: hashToken(input.token) }, data: { setupTokenHash: null } });
    if (spent.count === 0) throw new AppError("gone", "This set-up link is not valid, or was used already. Start the server again to have a new one printed.");
    if ((await tx.user.count()) > 0) throw invalidField("token", "This installation has accounts already. Sign in instead.");
    const user = await tx.user.create({ data: { email: input.email, name: input.name, passwordHash, owner: true, provenAt: now }, select: { id: true } });
    const workspace = await tx.workspace.create({
      data: { name: input.workspace, memberships: { create: { userId: user.id, role: "admin" } } },
      select: { id: true },
    });
    await addScaleTemplates(tx, workspace.id);
    await record(tx, { userId: user.id, workspaceId: workspace.id }, { type: "workspace.created", after: { name: input.workspace } });
    return { workspaceId: workspace.id };
  },
);

/** Gives a workspace the scale templates; the first becomes its default. */
export async function addScaleTemplates(tx: Tx, workspaceId: string): Promise<void> {
  let defaultScaleId: string | null = null;
  for (const template of SCALE_TEMPLATES) {
    const scale: { id: string } = await tx.scale.create({
      data: {
        workspaceId,
        template: template.key,
        name: template.name,
        labels: { create: template.labels.map((label, position) => ({ ...label, position })) },
      },
      select: { id: true },
    });
    defaultScaleId ??= scale.id;
  }
  await tx.workspace.update({ where: { id: workspaceId }, data: { defaultScaleId } });
}
