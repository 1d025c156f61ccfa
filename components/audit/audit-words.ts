import { eventSentence, type WordedEvent } from "@/components/claim/history-words";
import type { AuditAction, AuditFault } from "@/lib/domain/audit";
import type { EventType } from "@/lib/events/record";

/** What a claim's history has no words for; the compiler sees that no event lacks them. */
const SENTENCES: Record<Exclude<EventType, WordedEvent>, string> = {
  "document.created": "brought in the document",
  "document.imported": "brought in the document with a bundle",
  "document.updated": "changed the document’s record",
  "document.rescaled": "moved the document to another version of its scale",
  "document.revised": "corrected the text",
  "document.trashed": "deleted the document",
  "document.restored": "restored the document",
  "document.published": "published the document",
  "document.exported": "took a document out",
  "audit.exported": "took the audit log out",
  "page.set": "changed how the published page is shown",
  "mark.added": "marked words for themselves",
  "mark.removed": "took a mark of their own back",
  "marks.submitted": "submitted their marks",
  "contribution.held": "wrote something that waits for a moderator",
  "source.created": "added a source to the library",
  "source.updated": "changed a source",
  "session.started": "signed in",
  "session.ended": "signed out, or ended a session",
  "session.refused": "was named at a sign-in that was refused",
  "password.changed": "changed their password",
  "password.link_made": "made a link for a member’s new password",
  "password.reset": "set a new password by a link",
  "address.proven": "showed that their address is theirs",
  "second_factor.set_up": "set up a second factor",
  "second_factor.codes_renewed": "made new recovery codes",
  "second_factor.recovery_code_used": "signed in with a recovery code",
  "second_factor.turned_off": "turned their second factor off",
  "second_factor.reset": "took a member’s lost second factor away",
  "workspace.created": "set up the workspace",
  "workspace.updated": "changed the workspace’s settings",
  "scale.created": "made a scale",
  "scale.changed": "changed a scale",
  "scale.made_default": "chose the scale with which documents begin",
  "scale.retired": "took a scale out of what is offered",
  "scale.restored": "offered a scale again",
  "workspace.closed": "closed the workspace",
  "workspace.reopened": "opened the workspace again",
  "instance.updated": "changed the settings of the instance",
  "instance.transferred": "handed the instance over",
  "account.suspended": "suspended a person on the whole instance",
  "account.deleted": "deleted an account",
  "account.restored": "let a suspended person sign in again",
  "member.invited": "made an invitation",
  "member.joined": "joined the workspace",
  "member.removed": "removed a member",
  "member.left": "left the workspace",
  "member.role_changed": "changed a member’s role",
  "invitation.revoked": "revoked an invitation",
  "domain.admitted": "let those join who have an address in a domain",
  "domain.dropped": "lets nobody join by a domain any more",
};

function isOwn(type: string): type is keyof typeof SENTENCES {
  return type in SENTENCES;
}

/** What somebody did, after their name; a claim is called by its number. */
export function auditSentence(type: string, claim?: number): string {
  const sentence = isOwn(type) ? SENTENCES[type] : eventSentence(type);
  if (claim === undefined) return sentence;
  return sentence.includes("the claim") ? sentence.replace("the claim", `claim ${String(claim)}`) : `${sentence} (claim ${String(claim)})`;
}

export const ACTION_LABELS: Record<AuditAction, string> = {
  documents: "Documents",
  claims: "Claims",
  evidence: "Evidence and sources",
  discussions: "Discussions",
  people: "People and sign-in",
  exports: "Files taken out",
  moderation: "Moderation",
  workspace: "Workspace settings",
};

/** What is wrong with the log, as a sentence. */
export function faultSentence({ position, fault }: AuditFault): string {
  const entry = `Entry ${String(position)}`;
  switch (fault) {
    case "changed":
      return `${entry} was changed after it was sealed.`;
    case "removed":
      return `${entry} was removed, although what it is about is still here.`;
    case "broken":
      return `${entry} does not follow from the one before it.`;
    case "never_sealed":
      return `After ${entry.toLowerCase()} there are entries that were kept from being sealed.`;
  }
}

/** "documentId" → "Document id". */
export function detailName(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
