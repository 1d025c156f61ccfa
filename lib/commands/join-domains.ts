import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { domainProblem, JOIN_DOMAINS_MAX, JOIN_ROLES, meantDomain } from "@/lib/domain/join-domain";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { command } from "./command";

const MailDomain = z
  .string()
  .max(300, "At most 253 characters.")
  .overwrite(meantDomain)
  .superRefine((domain, context) => {
    const message = domainProblem(domain);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

export const AdmitDomain = z.object({ domain: MailDomain, role: z.enum(JOIN_ROLES).default("reader") });

/** Lets whoever has an address in the domain join by themselves, in the role; or changes the role of those who join from now on. */
export const admitDomain = command(AdmitDomain, { summary: "Let those join who have an address in a domain." }, async ({ actor, tx }, { domain, role }) => {
  authorize(workspacePolicy, actor, "admitDomains");
  const { workspaceId } = actor;
  const id = { workspaceId_domain: { workspaceId, domain } };
  const before = await tx.joinDomain.findUnique({ where: id, select: { role: true } });
  if (!before && (await tx.joinDomain.count({ where: { workspaceId } })) >= JOIN_DOMAINS_MAX)
    throw new AppError("conflict", `A workspace lists at most ${String(JOIN_DOMAINS_MAX)} domains. Remove one first.`);
  await tx.joinDomain.upsert({ where: id, create: { workspaceId, domain, role }, update: { role } });
  const changed = changedFields(before ?? {}, { role });
  if (changed) await record(tx, actor, { type: "domain.admitted", ...changed, ids: { domain } });
  return { domain, role };
});

export const DropDomain = z.object({ domain: MailDomain });

/** Lets nobody else join by an address in the domain; links that are on their way stop working, and members stay. */
export const dropDomain = command(DropDomain, { summary: "Let nobody join by a domain any more." }, async ({ actor, tx }, { domain }) => {
  authorize(workspacePolicy, actor, "admitDomains");
  const where = { workspaceId: actor.workspaceId, domain };
  const before = await tx.joinDomain.findFirst({ where, select: { role: true } });
  if (!before) throw new AppError("not_found", "This workspace does not list this domain.");
  await tx.joinDomain.deleteMany({ where });
  await record(tx, actor, { type: "domain.dropped", before, ids: { domain } });
  return { domain };
});
