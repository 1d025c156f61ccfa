/** Ids of rows, by the names of path parameters and fields. */
export type Ids = Readonly<Record<string, string>>;

const CLAIMS = { kind: "file", name: "claims.csv", dataBase64: Buffer.from("statement,quote\nMine,The bridge opened").toString("base64") };

/** What a request says beside the ids in its path; the door is passed with it, whatever comes of it then. */
const BODIES: Readonly<Record<string, (ids: Ids) => object>> = {
  "PATCH /documents/{documentId}": () => ({ version: 1, title: "Mine" }),
  "PUT /documents/{documentId}/scale": ({ scaleId }) => ({ version: 1, scaleId, successors: {} }),
  "POST /documents/{documentId}/publication": () => ({ seen: "0" }),
  "PATCH /documents/{documentId}/publication": () => ({ version: 1 }),
  "PUT /moderation/appeals/{appealId}": () => ({ outcome: "granted", answer: "So be it." }),
  "PUT /documents/{documentId}/presence": () => ({ tab: "0190a000-0000-7000-8000-000000000000", here: true }),
  "POST /documents/{documentId}/claims": ({ revisionId }) => ({ revisionId, fragments: [{ start: 0, end: 5 }] }),
  "POST /documents/{documentId}/claims/import": ({ revisionId }) => ({ revisionId, source: CLAIMS }),
  "POST /documents/{documentId}/claims/import/preview": () => ({ source: CLAIMS }),
  "POST /documents/{documentId}/revisions": () => ({ base: 1, blocks: [{ type: "paragraph", text: "Mine." }] }),
  "POST /documents/{documentId}/revisions/preview": () => ({ base: 1, blocks: [{ type: "paragraph", text: "Mine." }] }),
  "GET /documents/{documentId}/comparison": () => ({ from: 1, to: 1 }),
  "GET /documents/{documentId}/export": () => ({ format: "csv" }),
  "POST /documents/{documentId}/exports": () => ({ format: "csv" }),
  "POST /documents/{documentId}/marks": ({ revisionId }) => ({ revisionId, fragment: { start: 0, end: 5 } }),
  "POST /documents/{documentId}/marks/union": ({ markId }) => ({ groups: [{ markIds: [markId] }] }),
  "PATCH /documents/{documentId}/assignments": ({ claimId, userId }) => ({ claimIds: [claimId], assign: [userId] }),
  "POST /documents/{documentId}/assignments/preview": ({ userId }) => ({ personIds: [userId] }),
  "POST /documents/{documentId}/assignments/plan": ({ userId }) => ({ personIds: [userId], seal: "0".repeat(64) }),
  "PATCH /claims/{claimId}/assignments": ({ userId }) => ({ assign: [userId] }),
  "POST /documents/{documentId}/threads": () => ({ body: "Mine." }),
  "PATCH /threads/{threadId}": () => ({ version: 1, resolved: true }),
  "POST /threads/{threadId}/comments": () => ({ body: "Mine." }),
  "PATCH /comments/{commentId}": () => ({ version: 1, body: "Mine." }),
  "PATCH /claims/{claimId}": () => ({ version: 1, statement: "Mine." }),
  "POST /claims/{claimId}/revert": ({ seq }) => ({ version: 1, seq: Number(seq) }),
  "PUT /claims/{claimId}/fragments": ({ revisionId }) => ({ version: 1, revisionId, fragments: [{ start: 0, end: 5 }] }),
  "POST /claims/{claimId}/anchors/{anchorId}/settle": ({ revisionId }) => ({ version: 1, revisionId, at: null }),
  "POST /claims/{claimId}/anchors/{anchorId}/unsettle": () => ({ version: 1 }),
  "PUT /claims/{claimId}/state": () => ({ version: 1, to: "researching" }),
  "PUT /claims/{claimId}/assessment": ({ labelId }) => ({ version: null, labelId, rationale: "Mine." }),
  "POST /claims/{claimId}/adjudication": ({ assessmentId }) => ({ version: 1, kind: "taken", assessmentId, reason: "Mine." }),
  "PUT /claims/{claimId}/ruling": ({ labelId }) => ({ version: null, labelId, summary: "Mine." }),
  "POST /claims/{claimId}/corrections": () => ({ version: 1, kind: "void", what: "Mine.", why: "Mine." }),
  "POST /claims/{claimId}/set-aside": () => ({ field: "statement", text: "Mine." }),
  "POST /claims/{claimId}/evidence": ({ sourceId }) => ({ stance: "supports", sourceId, quote: "Mine." }),
  "PATCH /evidence/{evidenceId}": () => ({ version: 1, quote: "Mine." }),
  "PUT /evidence/{evidenceId}/verification": () => ({ version: 1, verified: true }),
  "POST /evidence/{evidenceId}/snapshots": () => ({ content: { kind: "paste", text: "Mine." } }),
  "POST /claims/{claimId}/questions": () => ({ text: "Mine?" }),
  "PATCH /questions/{questionId}": () => ({ version: 1, text: "Mine?" }),
  "POST /claims/{claimId}/contacts": () => ({ contactedOn: "2026-01-01", channel: "E-mail", outcome: "asked" }),
  "PATCH /sources/{sourceId}": () => ({ version: 1, title: "Mine" }),
  "POST /scales": ({ scaleId }) => ({ from: scaleId, name: "Mine" }),
  "PUT /scales/{scaleId}": () => ({ version: 1, name: "Mine", labels: [{ name: "Mine", tone: "off" }] }),
  "PUT /people/{userId}/role": () => ({ role: "reader" }),
  "PATCH /instance": () => ({ workspaceMakers: "everyone" }),
  "PUT /instance/owner": ({ userId }) => ({ userId }),
  "PATCH /instance/workspaces/{workspaceId}": () => ({ version: 1, name: "Mine" }),
  "PUT /account/workspace": ({ workspaceId }) => ({ workspaceId }),
  "POST /flags": ({ claimId }) => ({ subject: "claim", id: claimId, reason: "error", note: "Mine." }),
  "POST /moderation/decisions": ({ claimId }) => ({ things: [{ subject: "claim", id: claimId, last: null }], kind: "keep" }),
  "POST /moderation/decisions/undo": ({ decisionId }) => ({ decisionIds: [decisionId] }),
  "POST /moderation/appeals": ({ decisionId }) => ({ decisionId, text: "Mine." }),
  "GET /events": ({ documentId }) => ({ documents: `${documentId ?? ""}:0` }),
  "POST /documents": () => ({ title: "Mine", source: { kind: "paste", text: "Mine." } }),
  "POST /imports/preview": () => ({ source: { kind: "paste", text: "Mine." } }),
  "POST /imports/bundle": () => ({ dataBase64: "" }),
  "POST /imports/bundle/preview": () => ({ dataBase64: "" }),
  "POST /sources": () => ({ title: "Mine alone" }),
  "PATCH /notifications/switches": () => ({ kind: "mentioned", inPage: true }),
  "GET /audit/export": () => ({ format: "csv" }),
  "PATCH /workspace": () => ({ version: 1, name: "Ours" }),
  "PATCH /workspace/moderation": () => ({ version: 2 }),
  "POST /workspaces": () => ({ name: "Mine" }),
  "POST /invitations": () => ({ role: "reader" }),
  // Doors that a secret opens, and these have none.
  "POST /invitations/accept": () => ({ token: "none", email: "nobody@example.org", password: "no password" }),
  "POST /invitations/join": () => ({ token: "none" }),
  "POST /setup": () => ({ token: "none", workspace: "Mine", name: "Nobody", email: "nobody@example.org", password: "seven green lanterns" }),
  "PUT /account/password": () => ({ current: "not mine", password: "seven green lanterns" }),
  "POST /account/deletion": () => ({ password: "not mine" }),
  "PUT /account/address": () => ({ token: "none" }),
  "PUT /account/second-factor": () => ({ code: "000000" }),
  "POST /account/second-factor/off": () => ({ password: "not mine", code: "000000" }),
  "POST /account/second-factor/recovery-codes": () => ({ code: "000000" }),
  "POST /account/join-requests": () => ({ email: "nobody@example.org" }),
  "POST /account/joins": () => ({ token: "none", workspaceId: "none" }),
  "POST /account/link-requests": () => ({ email: "nobody@example.org" }),
  "POST /account/reset-requests": () => ({ email: "nobody@example.org" }),
  "POST /account/reset": () => ({ token: "none", password: "seven green lanterns" }),
  "POST /pages/{slug}/reports": () => ({ reason: "error", note: "The number is not right." }),
};

const namesIn = (endpoint: string) => [...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** The ids that fit a door: reviewers mark for themselves in a document of its own. */
export function idsFor(endpoint: string, ids: Ids): Ids {
  const { apartId: documentId, apartRevisionId: revisionId } = ids;
  return endpoint.includes("/marks") && documentId !== undefined && revisionId !== undefined ? { ...ids, documentId, revisionId } : ids;
}

/** All that a request to an entry of the catalogue says, path and body. Throws when there is no id for one of its names. */
export function requestTo(endpoint: string, given: Ids): Record<string, unknown> {
  const ids = idsFor(endpoint, given);
  const path = namesIn(endpoint).map((name): [string, string] => {
    const id = ids[name];
    if (id === undefined) throw new Error(`There is no ${name} for ${endpoint}.`);
    return [name, id];
  });
  return { ...Object.fromEntries(path), ...BODIES[endpoint]?.(ids) };
}
