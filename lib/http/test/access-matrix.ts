import type { Role } from "@/lib/domain/role";

/*
 * Who gets in where: every page and every handler of the application. Tests hold it against what happens, and against the files below app/, so that nothing is
 * added without a line here.
 */

/**
 * Who comes to a door.
 *
 * - `nobody` has no session, or one that is over, half-way in, forged, or of somebody whom the owner suspended
 * - `shut` is a member whom a moderator suspended
 * - `restricted` is a reviewer whom a moderator lets only read
 * - `stranger` is admin of another workspace
 * - `reader` to `admin` are members who made none of what they ask for
 * - `owner` is an admin who runs the instance
 */
export type Comer = "nobody" | "shut" | "restricted" | "stranger" | "reader" | "reviewer" | "editor" | "admin" | "owner";

/** The lowest that a door opens to; what is somebody's alone opens to none of the comers above, who are told so (`author`), or find nothing there (`self`). */
type Opens = Role | "owner" | "author" | "self";

/** Doors to records: to a stranger there is nothing there. */
const RECORDS: Readonly<Record<string, Opens>> = {
  "GET /documents/{documentId}": "reader",
  "PATCH /documents/{documentId}": "editor",
  "DELETE /documents/{documentId}": "editor",
  "POST /documents/{documentId}/restore": "editor",
  "GET /documents/{documentId}/scale": "editor",
  "PUT /documents/{documentId}/scale": "editor",
  "GET /documents/{documentId}/publication": "reviewer",
  "GET /documents/{documentId}/publication/preview": "reviewer",
  "POST /documents/{documentId}/publication": "editor",
  "PATCH /documents/{documentId}/publication": "editor",
  "POST /flags": "reader",
  "POST /moderation/decisions": "editor",
  "POST /moderation/decisions/undo": "self",
  "POST /moderation/appeals": "self",
  "PUT /moderation/appeals/{appealId}": "editor",
  "GET /documents/{documentId}/events": "reader",
  "PUT /documents/{documentId}/presence": "reader",
  "GET /documents/{documentId}/claims": "reader",
  "POST /documents/{documentId}/claims": "reviewer",
  "POST /documents/{documentId}/claims/import": "reviewer",
  "POST /documents/{documentId}/claims/import/preview": "reviewer",
  "GET /documents/{documentId}/revisions": "reader",
  "POST /documents/{documentId}/revisions": "editor",
  "POST /documents/{documentId}/revisions/preview": "editor",
  "GET /documents/{documentId}/revisions/{number}": "reader",
  "GET /documents/{documentId}/comparison": "reader",
  "GET /documents/{documentId}/doubts": "reader",
  "GET /documents/{documentId}/export": "reader",
  "GET /documents/{documentId}/exports": "reader",
  "POST /documents/{documentId}/exports": "reader",
  "GET /exports/{exportId}": "self",
  "DELETE /exports/{exportId}": "self",
  "GET /exports/{exportId}/file": "self",
  "POST /exports/{exportId}/again": "self",
  "GET /documents/{documentId}/marks": "reviewer",
  "POST /documents/{documentId}/marks": "reviewer",
  "POST /documents/{documentId}/marks/submission": "reviewer",
  "POST /documents/{documentId}/marks/union": "editor",
  "DELETE /marks/{markId}": "self",
  "GET /documents/{documentId}/disagreements": "reviewer",
  "GET /documents/{documentId}/agreement": "reviewer",
  "GET /documents/{documentId}/agreement/csv": "reviewer",
  "GET /documents/{documentId}/assignments": "editor",
  "PATCH /documents/{documentId}/assignments": "editor",
  "POST /documents/{documentId}/assignments/preview": "editor",
  "POST /documents/{documentId}/assignments/plan": "editor",
  "PATCH /claims/{claimId}/assignments": "editor",
  "PUT /claims/{claimId}/assignments/own": "reviewer",
  "DELETE /claims/{claimId}/assignments/own": "reviewer",
  "GET /documents/{documentId}/threads": "reviewer",
  "POST /documents/{documentId}/threads": "reviewer",
  "PATCH /threads/{threadId}": "reviewer",
  "POST /threads/{threadId}/comments": "reviewer",
  "PUT /threads/{threadId}/seen": "reviewer",
  "PATCH /comments/{commentId}": "author",
  "DELETE /comments/{commentId}": "author",
  "GET /events": "reader",
  "GET /claims/{claimId}": "reader",
  "PATCH /claims/{claimId}": "reviewer",
  "DELETE /claims/{claimId}": "editor",
  "POST /claims/{claimId}/restore": "editor",
  "POST /claims/{claimId}/revert": "reviewer",
  "PUT /claims/{claimId}/fragments": "reviewer",
  "POST /claims/{claimId}/anchors/{anchorId}/settle": "reviewer",
  "POST /claims/{claimId}/anchors/{anchorId}/unsettle": "reviewer",
  "PUT /claims/{claimId}/state": "reviewer",
  "PUT /claims/{claimId}/assessment": "reviewer",
  "GET /claims/{claimId}/assessments/{assessmentId}/versions": "editor",
  "POST /claims/{claimId}/adjudication": "editor",
  "PUT /claims/{claimId}/ruling": "editor",
  "POST /claims/{claimId}/corrections": "editor",
  "POST /claims/{claimId}/set-aside": "reviewer",
  "GET /claims/{claimId}/events": "reader",
  "POST /claims/{claimId}/evidence": "reviewer",
  "PATCH /evidence/{evidenceId}": "reviewer",
  "DELETE /evidence/{evidenceId}": "reviewer",
  "POST /evidence/{evidenceId}/restore": "reviewer",
  "PUT /evidence/{evidenceId}/verification": "reviewer",
  "GET /claims/{claimId}/found-quotes": "reader",
  "POST /evidence/{evidenceId}/snapshots": "reviewer",
  "DELETE /snapshots/{snapshotId}": "reviewer",
  "POST /snapshots/{snapshotId}/restore": "reviewer",
  "GET /snapshots/{snapshotId}/file": "reviewer",
  "POST /claims/{claimId}/questions": "reviewer",
  "PATCH /questions/{questionId}": "reviewer",
  "DELETE /questions/{questionId}": "reviewer",
  "POST /questions/{questionId}/restore": "reviewer",
  "POST /claims/{claimId}/contacts": "reviewer",
  "DELETE /contacts/{contactId}": "reviewer",
  "POST /contacts/{contactId}/restore": "reviewer",
  "PATCH /sources/{sourceId}": "reviewer",
  "PUT /notifications/{notificationId}/read": "self",
  "POST /scales": "admin",
  "PUT /scales/{scaleId}": "admin",
  "PUT /scales/{scaleId}/default": "admin",
  "PUT /scales/{scaleId}/retirement": "admin",
  "DELETE /scales/{scaleId}/retirement": "admin",
  "DELETE /people/{userId}": "admin",
  "PUT /people/{userId}/role": "admin",
  "POST /people/{userId}/reset-link": "admin",
  "DELETE /people/{userId}/second-factor": "admin",
  "DELETE /invitations/{invitationId}": "admin",
  "DELETE /workspace/domains/{domain}": "admin",
  "PUT /account/workspace": "reader",
  "DELETE /account/sessions/{sessionId}": "self",
};

/** Doors to one's own workspace, which a stranger has, too: what they find there is theirs. */
const DESK: Readonly<Record<string, Opens>> = {
  "GET /audit": "admin",
  "GET /audit/check": "admin",
  "GET /audit/export": "admin",
  "GET /documents": "reader",
  "POST /documents": "reviewer",
  "GET /moderation": "editor",
  "GET /moderation/transparency": "reader",
  "GET /moderation/transparency/csv": "reader",
  "GET /moderation/own": "reader",
  "POST /imports/preview": "reviewer",
  "POST /imports/bundle": "editor",
  "POST /imports/bundle/preview": "editor",
  "GET /sources": "reader",
  "POST /sources": "reviewer",
  "GET /work": "reader",
  "GET /notifications": "reader",
  "GET /notifications/count": "reader",
  "PUT /notifications/read": "reader",
  "GET /notifications/switches": "reader",
  "PATCH /notifications/switches": "reader",
  "GET /scales": "reader",
  "GET /workspace": "admin",
  "PATCH /workspace": "admin",
  "GET /workspace/moderation": "admin",
  "PATCH /workspace/moderation": "admin",
  "PUT /workspace/domains/{domain}": "admin",
  // There is more than one workspace here.
  "GET /system": "owner",
  "POST /system/test-mail": "owner",
  "GET /people": "editor",
  "POST /invitations": "admin",
  "POST /invitations/join": "reader",
  "GET /account/workspaces": "reader",
  "PUT /account/password": "reader",
  "POST /account/deletion": "reader",
  "POST /account/second-factor": "reader",
  "PUT /account/second-factor": "reader",
  "POST /account/second-factor/off": "reader",
  "POST /account/second-factor/recovery-codes": "reader",
  "POST /account/address-requests": "reader",
  "PUT /account/address": "reader",
  "PUT /account/cut-off": "reader",
  "GET /account/sessions": "reader",
};

/** Doors of the instance, for its owner alone. */
const INSTANCE: Readonly<Record<string, Opens>> = {
  "POST /workspaces": "owner",
  "GET /instance": "owner",
  "PATCH /instance": "owner",
  "PUT /instance/owner": "owner",
  "PATCH /instance/workspaces/{workspaceId}": "owner",
  "PUT /instance/workspaces/{workspaceId}/closure": "owner",
  "DELETE /instance/workspaces/{workspaceId}/closure": "owner",
  "PUT /instance/workspaces/{workspaceId}/admin": "owner",
  "GET /instance/people": "owner",
  "PUT /instance/people/{userId}/suspension": "owner",
  "DELETE /instance/people/{userId}/suspension": "owner",
  "DELETE /instance/people/{userId}": "owner",
};

/** Doors that no session opens: a secret does, or what was published is for everybody. */
export const PUBLIC: readonly string[] = [
  "POST /invitations/accept",
  "POST /setup",
  "POST /account/join-requests",
  "POST /account/joins",
  "POST /account/link-requests",
  "POST /account/reset-requests",
  "POST /account/reset",
  "POST /pages/{slug}/reports",
];

/** What those below do not even know of: to them it is not there. An assessment is seen by reviewers once they have given their own. */
const UNSEEN: readonly string[] = [
  "PATCH /threads/{threadId}",
  "POST /threads/{threadId}/comments",
  "GET /claims/{claimId}/assessments/{assessmentId}/versions",
  "GET /snapshots/{snapshotId}/file",
];

/** What is left to somebody who may not come in: to read why, to answer, and to go elsewhere. */
const LEFT_TO_THE_SHUT: readonly string[] = [
  "GET /moderation/own",
  "POST /moderation/appeals",
  "POST /invitations/join",
  "GET /account/workspaces",
  "PUT /account/workspace",
];

/** What somebody who may only read can do beside: what is left to the shut, and what is written for themselves alone. */
const LEFT_TO_THE_RESTRICTED: readonly string[] = [
  ...LEFT_TO_THE_SHUT,
  "PUT /notifications/read",
  "PUT /notifications/{notificationId}/read",
  "PATCH /notifications/switches",
  "PUT /threads/{threadId}/seen",
  "PUT /account/password",
  "POST /account/deletion",
  "DELETE /account/sessions/{sessionId}",
  "POST /account/second-factor",
  "PUT /account/second-factor",
  "POST /account/second-factor/off",
  "POST /account/second-factor/recovery-codes",
  "POST /account/address-requests",
  "PUT /account/address",
  "PUT /account/cut-off",
];

/** What is sent like a write, and writes nothing. */
const ASKED_LIKE_WRITES: readonly string[] = [
  "PUT /documents/{documentId}/presence",
  "POST /documents/{documentId}/claims/import/preview",
  "POST /documents/{documentId}/revisions/preview",
  "POST /documents/{documentId}/assignments/preview",
  "POST /imports/preview",
  "POST /imports/bundle/preview",
];

/** True when somebody who may only read is refused, whatever their role. */
export const isKeptFromReaders = (endpoint: string): boolean =>
  !endpoint.startsWith("GET ") && !ASKED_LIKE_WRITES.includes(endpoint) && !LEFT_TO_THE_RESTRICTED.includes(endpoint);

/** What is answered: `in` past the door, whatever comes of the request then; else the status of the refusal. */
export type Answer = "in" | 401 | 403 | 404;

/** Every entry of the API's catalogue that asks for a session. */
export const SESSION_DOORS: readonly string[] = [RECORDS, DESK, INSTANCE].flatMap((doors) => Object.keys(doors));

/** What the API answers a comer at a door. */
export function answerTo(comer: Comer, endpoint: string): Answer {
  if (PUBLIC.includes(endpoint)) return "in";
  if (comer === "nobody") return 401;
  if (comer === "shut" && !LEFT_TO_THE_SHUT.includes(endpoint)) return 403;
  if (comer === "restricted" && isKeptFromReaders(endpoint)) return 403;
  const opens = RECORDS[endpoint] ?? DESK[endpoint] ?? INSTANCE[endpoint];
  if (opens === undefined) throw new Error(`Say who may ${endpoint}.`);
  if (comer === "stranger" && endpoint in RECORDS) return 404;
  if (passes(comer, opens)) return "in";
  // Of discussions, readers do not know; others see whose comment it is.
  const unseen = opens === "self" || UNSEEN.includes(endpoint) || (opens === "author" && !passes(comer, "reviewer"));
  return unseen ? 404 : 403;
}

const RANKS: readonly Opens[] = ["reader", "reviewer", "editor", "admin", "owner"];

/** A stranger is an admin at home; whom moderators keep out, or from writing, is asked as what they were. */
function passes(comer: Exclude<Comer, "nobody">, opens: Opens): boolean {
  if (opens === "author" || opens === "self") return false;
  const rank = comer === "stranger" ? "admin" : comer === "shut" ? "reader" : comer === "restricted" ? "reviewer" : comer;
  return RANKS.indexOf(rank) >= RANKS.indexOf(opens);
}

/** Pages of the desk; those of a document do not exist for a stranger. */
export const PAGES: Readonly<Record<string, Opens>> = {
  "/audit": "admin",
  "/documents": "reader",
  "/documents/new": "reviewer",
  "/documents/trash": "reader",
  "/documents/{documentId}": "reader",
  "/documents/{documentId}/adjudicate": "reviewer",
  "/documents/{documentId}/agreement": "reviewer",
  "/documents/{documentId}/assign": "editor",
  "/documents/{documentId}/bring-in": "reviewer",
  "/documents/{documentId}/compare?from=1&to=1": "reader",
  "/documents/{documentId}/marks": "reviewer",
  "/documents/{documentId}/publish": "reviewer",
  "/documents/{documentId}/revisions": "reader",
  "/documents/{documentId}/revisions/{number}": "reader",
  "/documents/{documentId}/settings": "editor",
  "/documents/{documentId}/text": "editor",
  "/instance": "owner",
  "/moderation": "editor",
  "/moderation/own": "reader",
  "/moderation/transparency": "reader",
  "/people": "editor",
  "/profile": "reader",
  "/settings": "admin",
  "/settings/moderation": "admin",
  "/settings/scales": "admin",
  "/settings/scales/{scaleId}": "admin",
  "/sources": "reader",
  "/system": "owner",
  "/work": "reader",
  "/workspaces/new": "owner",
};

/** What comes of asking for a page: it is shown, says that one's role does not open it, is not there, or leads to an address. */
export type Sight = "shown" | "barred" | "missing" | `/${string}`;

/** What a comer sees of a page of the desk. */
export function sightOf(comer: Comer, page: string): Sight {
  if (comer === "nobody") return "/sign-in";
  if (comer === "shut") return "/suspended";
  if (comer === "stranger" && page.includes("{")) return "missing";
  return passes(comer, PAGES[page] ?? "self") ? "shown" : "barred";
}

/** Pages in front of the desk: what is seen of them without a session, by whom a moderator suspended, and by everybody else who is signed in. */
export const FRONT: Readonly<Record<string, readonly [nobody: Sight, shut: Sight, member: Sight]>> = {
  "/": ["/sign-in", "/sign-in", "/documents"],
  "/address": ["shown", "shown", "shown"],
  "/address/proven": ["/sign-in", "/documents", "/documents"],
  "/forgotten": ["shown", "shown", "shown"],
  "/join": ["shown", "shown", "shown"],
  "/invitation": ["shown", "shown", "shown"],
  "/reset": ["shown", "shown", "shown"],
  "/second-factor": ["/sign-in", "/documents", "/documents"],
  "/setup": ["shown", "shown", "shown"],
  "/sign-in": ["shown", "/documents", "/documents"],
  "/sign-in/link": ["shown", "shown", "shown"],
  "/sign-in/mail": ["/sign-in", "/sign-in", "/sign-in"],
  "/sign-in/no-account": ["shown", "shown", "shown"],
  "/suspended": ["/sign-in", "shown", "/documents"],
  "/styleguide": ["missing", "missing", "missing"],
  "/styleguide/claim": ["missing", "missing", "missing"],
  "/styleguide/reader": ["missing", "missing", "missing"],
};

/** Handlers that ask nobody who they are, and the status that all get alike. What was published is for everybody; the rest is for machines. */
export const ALIKE: Readonly<Record<string, number>> = {
  "/api/auth/{nextauth}": 200,
  "/api/health/live": 200,
  "/api/health/ready": 200,
  "/api/v1/openapi.json": 200,
  "/metrics": 404,
  "/p": 200,
  "/p/claimreview.json": 200,
  "/p/corrections": 200,
  "/p/feed.json": 200,
  "/p/feed.xml": 200,
  "/p/oembed": 200,
  // Until a workspace makes its figures public.
  "/p/transparency": 404,
  "/p/transparency.csv": 404,
  "/p/{slug}": 200,
  "/p/{slug}/claims/{number}": 200,
  "/p/{slug}/claims/{number}/embed": 200,
  "/p/{slug}/claims/{number}/opengraph-image": 200,
  "/p/{slug}/embed": 200,
  "/p/{slug}/opengraph-image": 200,
  "/p/{slug}/report": 200,
  "/robots.txt": 200,
  "/sitemap.xml": 200,
};
