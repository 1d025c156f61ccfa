import { expect, type APIRequest, type APIRequestContext, type APIResponse } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { DEMO_PASSWORD } from "../lib/domain/demo";
import { USUAL_RULES } from "../lib/domain/moderation";
import type { Ids } from "../lib/http/test/requests";
import type { Comer } from "../lib/http/test/access-matrix";

/* Everybody who can come to a door, and records that some of them must not know of. No browser: the doors are on the server. */

const PASSWORD = "seven green lanterns";

/** Words that stand in records, and nowhere else: by them an answer shows that it tells of what it should not. */
export type Canary = "title" | "text" | "claim" | "comment" | "source" | "contact" | "snapshot" | "rationale" | "note" | "guest" | "colleague";
export type Canaries = Record<Canary, string>;

/** One visitor; several can be of one kind. */
export interface Visitor {
  comer: Comer;
  name: string;
  api: APIRequestContext;
}

export interface House {
  visitors: Visitor[];
  ids: Ids;
  canaries: Canaries;
  /** Closes the workspace that was made for the stranger, and takes the planted document away. */
  tidy: () => Promise<void>;
}

/** What was answered; it must have worked. */
function json(answer: APIResponse, what: string): ReturnType<APIResponse["json"]> {
  expect(answer.ok(), `${what}: ${String(answer.status())}`).toBe(true);
  return answer.json();
}

/** Brings people in by every way there is, and plants records that they may or may not see. `fresh` tells those of one run from those of another. */
export async function house(request: APIRequest, baseURL: string, fresh: string): Promise<House> {
  // An address of their own: limits of sign-ins by address count for the other journeys, too.
  const visitor = () =>
    request.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": `198.51.100.${String(1 + (Number.parseInt(fresh, 36) % 250))}` } });
  const canaries = Object.fromEntries(
    (["title", "text", "claim", "comment", "source", "contact", "snapshot", "rationale", "note", "guest", "colleague"] as const).map((kind) => [
      kind,
      `kanari${kind}${fresh}`,
    ]),
  ) as Canaries; // Narrowing: the keys are the list’s.

  async function signIn(email: string, password = DEMO_PASSWORD): Promise<APIRequestContext> {
    const api = await visitor();
    const { csrfToken } = await json(await api.get("/api/auth/csrf"), "csrf");
    await json(await api.post("/api/auth/callback/credentials", { form: { csrfToken, email, password, json: "true" } }), `sign-in of ${email}`);
    return api;
  }
  async function invite(by: APIRequestContext, name: string, role: string, email = `${canaries.colleague}-${name}@example.org`): Promise<string> {
    const { path } = await json(await by.post("/api/v1/invitations", { data: { role } }), "invitation");
    const token = new URL(path, baseURL).searchParams.get("token");
    await json(await (await visitor()).post("/api/v1/invitations/accept", { data: { token, email, name, password: PASSWORD } }), `joining of ${name}`);
    return email;
  }

  const owner = await signIn("admin@example.org");
  const [editor, reviewer, second, reader] = [
    await signIn("editor@example.org"),
    await signIn("reviewer@example.org"),
    await signIn("second@example.org"),
    await signIn("reader@example.org"),
  ];
  const admin = await signIn(await invite(owner, "admin", "admin"), PASSWORD);
  const { current: workspaceId } = await json(await owner.get("/api/v1/account/workspaces"), "workspaces");

  // Without a session, in five ways.
  const anonymous = await visitor();
  const endedEmail = await invite(owner, "ended", "admin");
  const ended = await signIn(endedEmail, PASSWORD);
  const { items: sessions } = await json(await ended.get("/api/v1/account/sessions"), "sessions");
  await json(await ended.delete(`/api/v1/account/sessions/${String(sessions[0].id)}`), "end of a session");
  const halfEmail = await invite(owner, "half", "admin", `half-${fresh}@example.org`);
  const whole = await signIn(halfEmail, PASSWORD);
  const { secret } = await json(await whole.post("/api/v1/account/second-factor", { data: {} }), "second factor");
  await json(
    await whole.put("/api/v1/account/second-factor", { data: { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } }),
    "its first code",
  );
  const half = await signIn(halfEmail, PASSWORD);
  const off = await signIn(await invite(owner, "off", "admin"), PASSWORD);
  const forged = await request.newContext({ baseURL, storageState: forge(await owner.storageState()) });

  // Of a workspace of their own.
  const maker = await signIn("admin@example.org");
  const elsewhere = await json(await maker.post("/api/v1/workspaces", { data: { name: `Elsewhere ${fresh}` } }), "workspace");
  await json(await maker.put("/api/v1/account/workspace", { data: { workspaceId: elsewhere.id } }), "switch");
  const { path } = await json(await maker.post("/api/v1/invitations", { data: { role: "admin" } }), "invitation elsewhere");
  const strangerEmail = `stranger-${fresh}@example.org`;
  const token = new URL(path, baseURL).searchParams.get("token");
  const joining = { token, email: strangerEmail, name: "Stranger", password: PASSWORD };
  await json(await anonymous.post("/api/v1/invitations/accept", { data: joining }), "joining elsewhere");
  const stranger = await signIn(strangerEmail, PASSWORD);
  await json(await maker.put("/api/v1/account/workspace", { data: { workspaceId } }), "switch back");

  // By an address of their own: they may read it on every page.
  const restrictedEmail = `restricted-${strangerEmail}`;
  const restricted = await signIn(await invite(owner, "restricted", "reviewer", restrictedEmail), PASSWORD);
  const shut = await signIn(await invite(owner, "shut", "reader"), PASSWORD);
  const { items: theirSessions } = await json(await shut.get("/api/v1/account/sessions"), "sessions");
  const { members } = await json(await owner.get("/api/v1/people"), "people");
  const idOf = (name: string, email = `${canaries.colleague}-${name}@example.org`): string =>
    members.find((each: { email: string }) => each.email === email)?.id;
  const { moderationRules } = await json(await owner.get("/api/v1/workspace/moderation"), "rules");
  const decision = (things: object[], kind: string) => ({
    data: { things, kind, rule: moderationRules[0] ?? USUAL_RULES[0], message: "Read the rule.", note: canaries.note },
  });
  await json(await owner.post("/api/v1/moderation/decisions", decision([{ subject: "person", id: idOf("shut") }], "suspend")), "suspension");
  await json(
    await owner.post("/api/v1/moderation/decisions", decision([{ subject: "person", id: idOf("restricted", restrictedEmail) }], "restrict")),
    "restriction",
  );
  await json(await owner.put(`/api/v1/instance/people/${idOf("off")}/suspension`), "suspension from the instance");

  const planted = await plant({ second, editor, owner, moderator: whole }, canaries, decision);
  const { id: invitationId } = await json(
    await owner.post("/api/v1/invitations", { data: { role: "reader", email: `${canaries.guest}@example.org` } }),
    "guest",
  );
  const domain = `${canaries.note}.example`;
  await json(await owner.put(`/api/v1/workspace/domains/${domain}`, { data: {} }), "domain");
  const ids: Ids = { ...planted, domain, invitationId, workspaceId, userId: idOf("shut"), sessionId: theirSessions[0].id, number: "1" };

  return {
    visitors: [
      { comer: "nobody", name: "anonymous", api: anonymous },
      { comer: "nobody", name: "with a session that ended", api: ended },
      { comer: "nobody", name: "half-way in", api: half },
      { comer: "nobody", name: "suspended from the instance", api: off },
      { comer: "nobody", name: "with a forged cookie", api: forged },
      { comer: "shut", name: "suspended by a moderator", api: shut },
      { comer: "restricted", name: "let only read by a moderator", api: restricted },
      { comer: "stranger", name: "stranger", api: stranger },
      { comer: "reader", name: "reader", api: reader },
      { comer: "reviewer", name: "reviewer", api: reviewer },
      { comer: "editor", name: "editor", api: editor },
      { comer: "admin", name: "admin", api: admin },
      { comer: "owner", name: "owner", api: owner },
    ],
    ids,
    canaries,
    async tidy() {
      await json(await owner.delete(`/api/v1/workspace/domains/${domain}`), "the domain’s end");
      await json(await owner.delete(`/api/v1/documents/${String(ids["documentId"])}`), "the document’s end");
      await json(await owner.put(`/api/v1/instance/workspaces/${String(elsewhere.id)}/closure`), "the workspace’s end");
    },
  };
}

type State = Awaited<ReturnType<APIRequestContext["storageState"]>>;

/** The same cookies with one character of each value changed. */
function forge(state: State): State {
  const other = (value: string) => `${value.slice(0, -5)}${value.at(-5) === "A" ? "B" : "A"}${value.slice(-4)}`;
  return { ...state, cookies: state.cookies.map((cookie) => ({ ...cookie, value: other(cookie.value) })) };
}

/** A document with all that a desk writes about one, mostly by the second reviewer, whom no comer is. */
async function plant(
  { second, editor, owner, moderator }: Record<"second" | "editor" | "owner" | "moderator", APIRequestContext>,
  canaries: Canaries,
  decision: (things: object[], kind: string) => object,
): Promise<Record<string, string>> {
  const send = async (api: APIRequestContext, method: "post" | "put" | "patch", path: string, data: object) =>
    json(await api[method](`/api/v1${path}`, { data }), `${method} ${path}`);
  const { id: documentId } = await send(second, "post", "/documents", {
    title: canaries.title,
    source: { kind: "paste", text: `The bridge opened in 1932.\n\nNobody knows ${canaries.text}.` },
  });
  const { document } = await json(await second.get(`/api/v1/documents/${String(documentId)}`), "document");
  const revisionId = document.revision.id;
  const labelId = document.scale.labels[0].id;
  const marked = await send(second, "post", `/documents/${String(documentId)}/claims`, { revisionId, fragments: [{ exact: "The bridge opened" }] });
  const claimId = marked.id;
  const { version } = await send(second, "patch", `/claims/${String(claimId)}`, { version: marked.version, statement: canaries.claim });
  const { items: events } = await json(await second.get(`/api/v1/claims/${String(claimId)}/events`), "history");
  await send(second, "put", `/claims/${String(claimId)}/state`, { version, to: "researching" });
  const source = { title: canaries.source, confidential: true };
  const { evidence } = await send(second, "post", `/claims/${String(claimId)}/evidence`, { stance: "supports", quote: "Opened.", source });
  const { questions } = await send(second, "post", `/claims/${String(claimId)}/questions`, { text: "When did it open?" });
  const asked = { contactedOn: "2026-01-01", channel: canaries.contact, outcome: "asked" };
  const { contacts } = await send(second, "post", `/claims/${String(claimId)}/contacts`, asked);
  const content = { kind: "paste", text: `They said ${canaries.snapshot}.` };
  const snapped = await send(second, "post", `/evidence/${String(evidence[0].id)}/snapshots`, { content });
  const thread = await send(second, "post", `/documents/${String(documentId)}/threads`, { claimId, body: canaries.comment });
  const assessed = await send(second, "put", `/claims/${String(claimId)}/assessment`, { version: null, labelId, rationale: canaries.rationale });
  const exported = await send(second, "post", `/documents/${String(documentId)}/exports`, { format: "csv" });
  await send(editor, "patch", `/claims/${String(claimId)}/assignments`, { assign: [assessed.assessments[0].reviewer.id] });

  // What was written is warned about, by a moderator whom no comer is, and the writer does not agree.
  const comment = thread.comments[0];
  await json(await moderator.post("/api/v1/moderation/decisions", decision([{ subject: "comment", id: comment.id }], "warn")), "warning");
  const { decisions } = await json(await second.get("/api/v1/moderation/own"), "own decisions");
  const appeal = await send(second, "post", "/moderation/appeals", { decisionId: decisions[0].id, text: "It was meant well." });
  const { items: notifications } = await json(await second.get("/api/v1/notifications"), "notifications");

  const apart = await send(second, "post", "/documents", { title: canaries.title, source: { kind: "paste", text: "The bridge opened." } });
  await send(editor, "patch", `/documents/${String(apart.id)}`, { version: 1, marksApart: true });
  const { document: other } = await json(await second.get(`/api/v1/documents/${String(apart.id)}`), "document of marks");
  const marks = await send(second, "post", `/documents/${String(apart.id)}/marks`, { revisionId: other.revision.id, fragment: { start: 0, end: 10 } });

  const { items: scales } = await json(await owner.get("/api/v1/scales"), "scales");
  const { items: pages } = await json(await owner.get("/p/feed.json"), "published");
  return {
    ...{ documentId, revisionId, labelId, claimId, evidenceId: evidence[0].id, sourceId: evidence[0].source.id, anchorId: marked.anchors[0].id },
    ...{ seq: String(events[0].seq), apartId: apart.id, apartRevisionId: other.revision.id },
    ...{ questionId: questions[0].id, contactId: contacts[0].id, threadId: thread.id, commentId: comment.id, exportId: exported.id },
    ...{ assessmentId: assessed.assessments[0].id, snapshotId: snapped.evidence[0].snapshots[0].id, decisionId: decisions[0].id, appealId: appeal.id },
    ...{ notificationId: notifications[0].id, markId: marks.marks[0].id, scaleId: scales[0].id, slug: new URL(pages[0].url).pathname.split("/")[2] ?? "" },
  };
}
