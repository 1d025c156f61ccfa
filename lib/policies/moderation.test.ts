import { describe, expect, it } from "vitest";
import type { FlagReason } from "@/lib/domain/flag";
import { possibleDecisions, type DecisionKind, type ModerationSubject, type Standing } from "@/lib/domain/moderation";
import type { Actor, Role } from "@/lib/domain/role";
import { moderationPolicy } from "./moderation";

const person = (userId: string, role: Role): Actor => ({ userId, role, name: "", email: "", sessionId: "", workspaceId: "w" });

interface Case {
  role: Role;
  kind: DecisionKind;
  author?: Role | "self" | null;
  reasons?: FlagReason[];
  escalated?: boolean;
  may: boolean;
}

describe("who may decide", () => {
  it.each<Case>([
    { role: "reader", kind: "keep", may: false },
    { role: "reviewer", kind: "keep", may: false },
    { role: "editor", kind: "keep", may: true },
    { role: "editor", kind: "hide", may: true },
    { role: "editor", kind: "hide", author: "editor", may: true },
    { role: "editor", kind: "hide", author: "admin", may: false },
    { role: "editor", kind: "restore", author: "admin", may: true },
    { role: "editor", kind: "hide", author: null, may: true },
    { role: "editor", kind: "restrict", may: false },
    { role: "editor", kind: "lift", may: false },
    { role: "admin", kind: "ban", may: true },
    { role: "admin", kind: "suspend", author: "admin", may: true },
    { role: "admin", kind: "ban", author: "self", may: false },
    { role: "admin", kind: "lift", author: "self", may: false },
    { role: "admin", kind: "restore", author: "self", may: false },
    { role: "editor", kind: "keep", author: "self", reasons: ["offensive"], may: false },
    { role: "editor", kind: "keep", author: "self", reasons: ["error"], may: false },
    { role: "editor", kind: "resolve", author: "self", reasons: ["error", "source"], may: true },
    { role: "editor", kind: "resolve", author: "self", reasons: ["error", "spam"], may: false },
    { role: "editor", kind: "hide", escalated: true, may: false },
    { role: "editor", kind: "escalate", escalated: true, may: false },
    { role: "admin", kind: "hide", escalated: true, may: true },
  ])(
    "$role, $kind, of $author, $reasons, escalated $escalated: $may",
    ({ role, kind, author = "reviewer", reasons = ["offensive"], escalated = false, may }) => {
      const subject = { authorId: author === "self" ? "me" : "them", authorRole: author === "self" ? role : author, reasons, escalated };
      expect(moderationPolicy.decide(person("me", role), kind, subject)).toBe(may);
    },
  );

  it("lets nobody but who decided take that back, as long as they could decide so", () => {
    const undoes = (userId: string, role: Role, kind: DecisionKind = "hide") => moderationPolicy.undo(person(userId, role), { kind, byId: "decider" });
    expect([undoes("decider", "editor"), undoes("decider", "reviewer"), undoes("other", "admin")]).toEqual([true, false, false]);
    expect([undoes("decider", "editor", "ban"), undoes("decider", "admin", "ban")]).toEqual([false, true]);
  });

  it("lets another moderator answer an appeal, and about people admins alone", () => {
    const settles = (userId: string, role: Role, kind: DecisionKind = "hide") =>
      moderationPolicy.settleAppeal(person(userId, role), { kind, byId: "decider", personId: "author" });
    expect(settles("other", "editor")).toBe(true);
    expect(settles("other", "reviewer")).toBe(false);
    expect(settles("decider", "admin")).toBe(false);
    expect(settles("author", "admin")).toBe(false);
    expect(settles("other", "editor", "ban")).toBe(false);
    expect(settles("other", "admin", "ban")).toBe(true);
  });
});

describe("what can be decided", () => {
  const open: Standing = { hidden: false, held: false, locked: false, gone: false, sanction: null };
  it.each<[ModerationSubject, Partial<Standing>, DecisionKind[]]>([
    ["claim", {}, ["keep", "resolve", "escalate", "hide", "lock", "delete", "warn"]],
    ["claim", { hidden: true }, ["keep", "resolve", "escalate", "restore", "delete", "warn"]],
    ["claim", { locked: true }, ["keep", "resolve", "escalate", "hide", "unlock", "delete", "warn"]],
    ["comment", { gone: true }, ["keep", "resolve", "escalate", "warn"]],
    ["evidence", {}, ["keep", "resolve", "escalate", "hide", "lock", "delete", "warn"]],
    ["source", {}, ["keep", "resolve", "escalate", "hide", "lock", "delete", "warn"]],
    ["page", {}, ["keep", "resolve", "escalate", "hide", "lock", "warn"]],
    ["page", { gone: true }, ["keep", "resolve", "escalate", "warn"]],
    ["person", {}, ["keep", "escalate", "warn", "approve_first", "restrict", "suspend", "ban"]],
    ["person", { sanction: "restrict" }, ["keep", "escalate", "warn", "lift"]],
  ])("%s, %o", (subject, standing, expected) => {
    expect(possibleDecisions(subject, { ...open, ...standing })).toEqual(expected);
  });
});
