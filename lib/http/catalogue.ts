import { changePassword, endSession } from "@/lib/commands/account";
import { adjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { askForReset, askForSignIn, askToJoin } from "@/lib/commands/ask-for-link";
import { assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim, assignClaims } from "@/lib/commands/assign-claims";
import { bringClaims } from "@/lib/commands/bring-claims";
import { changeRole } from "@/lib/commands/change-role";
import type { Operation } from "@/lib/commands/command";
import { addContact, restoreContact, trashContact } from "@/lib/commands/contact";
import { deleteComment, editComment, reply } from "@/lib/commands/comments";
import { correctClaim } from "@/lib/commands/correct-claim";
import { createClaim } from "@/lib/commands/create-claim";
import { createDocument } from "@/lib/commands/create-document";
import { endExport, repeatExport, startExport } from "@/lib/commands/export-jobs";
import { addEvidence, restoreEvidence, trashEvidence, updateEvidence } from "@/lib/commands/evidence";
import { makeAppeal, settleAppeal } from "@/lib/commands/appeals";
import { decide } from "@/lib/commands/decide";
import { raiseFlag, reportError } from "@/lib/commands/flags";
import { acceptInvitation, createInvitation, joinWorkspace, revokeInvitation } from "@/lib/commands/invitations";
import { deleteAccount, deletePerson } from "@/lib/commands/delete-account";
import { restorePerson, suspendPerson, transferInstance, updateInstance } from "@/lib/commands/instance";
import { importBundle, previewBundle } from "@/lib/commands/import-bundle";
import { joinByDomain } from "@/lib/commands/join-by-domain";
import { admitDomain, dropDomain } from "@/lib/commands/join-domains";
import { addMark, removeMark, submitMarks, uniteMarks } from "@/lib/commands/marks";
import { makeResetLink } from "@/lib/commands/make-reset-link";
import { moveToScale } from "@/lib/commands/move-to-scale";
import { moveClaim } from "@/lib/commands/move-claim";
import { readNotification, readNotifications, setSwitch } from "@/lib/commands/notifications";
import { applyPlan, previewPlan } from "@/lib/commands/plan-assignments";
import { previewClaims } from "@/lib/commands/preview-claims";
import { previewImport } from "@/lib/commands/preview-import";
import { publishDocument } from "@/lib/commands/publish-document";
import { previewRevision } from "@/lib/commands/preview-revision";
import { reviseDocument } from "@/lib/commands/revise-document";
import { resetPassword } from "@/lib/commands/reset-password";
import { removeMember } from "@/lib/commands/remove-member";
import { askToProve, noteCutOffRead, proveOwnAddress } from "@/lib/commands/own-address";
import { resetSecondFactor } from "@/lib/commands/reset-second-factor";
import { revertClaim } from "@/lib/commands/revert-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes, turnOffSecondFactor } from "@/lib/commands/second-factor";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { copyScale, restoreScale, retireScale, saveScale, setDefaultScale } from "@/lib/commands/scales";
import { setAside } from "@/lib/commands/set-aside";
import { setFragments } from "@/lib/commands/set-fragments";
import { setUpWorkspace } from "@/lib/commands/set-up-workspace";
import { settleAnchor } from "@/lib/commands/settle-anchor";
import { addSnapshot, restoreSnapshot, trashSnapshot } from "@/lib/commands/snapshots";
import { askQuestion, restoreQuestion, trashQuestion, updateQuestion } from "@/lib/commands/question";
import { createSource, updateSource } from "@/lib/commands/source";
import { switchWorkspace } from "@/lib/commands/switch-workspace";
import { changeThread, seeThread, startThread } from "@/lib/commands/threads";
import { giveBackClaim, takeClaim } from "@/lib/commands/take-claim";
import { sendTestMail } from "@/lib/commands/test-mail";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { restoreDocument, trashDocument } from "@/lib/commands/trash-document";
import { undoDecisions } from "@/lib/commands/undo-decisions";
import { unsettleAnchor } from "@/lib/commands/unsettle-anchor";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { updateModeration } from "@/lib/commands/update-moderation";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { verifyQuote } from "@/lib/commands/verify-quote";
import { closeWorkspace, createWorkspace, renameWorkspace, reopenWorkspace, runWorkspace } from "@/lib/commands/workspaces";
import { listSessions } from "@/lib/queries/account";
import { exportAgreement, getAgreement } from "@/lib/queries/agreement";
import { getAssignments } from "@/lib/queries/assignments";
import { listAssessmentVersions } from "@/lib/queries/assessment-versions";
import { listAudit } from "@/lib/queries/audit";
import { checkAudit } from "@/lib/queries/audit-check";
import { exportAudit } from "@/lib/queries/audit-export";
import { getClaim } from "@/lib/queries/claim";
import { getComparison } from "@/lib/queries/comparison";
import { listDisagreements } from "@/lib/queries/disagreements";
import { getDocument, listClaims } from "@/lib/queries/document";
import { listDocuments } from "@/lib/queries/documents";
import { listDoubts } from "@/lib/queries/doubts";
import { exportDocument } from "@/lib/queries/export-document";
import { downloadExport, getExport, listExports } from "@/lib/queries/export-jobs";
import { follow, followDocument } from "@/lib/queries/follow";
import { getInstance, listInstancePeople } from "@/lib/queries/instance";
import { listClaimEvents } from "@/lib/queries/history";
import { listQueue } from "@/lib/queries/moderation-queue";
import { getModerationSettings } from "@/lib/queries/moderation-settings";
import { getOwnModeration } from "@/lib/queries/moderation-own";
import { listOwnWorkspaces } from "@/lib/queries/memberships";
import { getMyWork } from "@/lib/queries/my-work";
import { getMarks } from "@/lib/queries/marks";
import { getSwitches } from "@/lib/queries/notification-switches";
import { countNotifications, listNotifications } from "@/lib/queries/notifications";
import { listPeople } from "@/lib/queries/people";
import { bePresent } from "@/lib/queries/presence";
import { getPublication, previewPublication } from "@/lib/queries/publication";
import { getRevision, listRevisions } from "@/lib/queries/revisions";
import { listScales } from "@/lib/queries/scale";
import { getScaleMove } from "@/lib/queries/scale-move";
import { downloadSnapshot, findQuotes } from "@/lib/queries/snapshots";
import { listSources } from "@/lib/queries/source";
import { getSystem } from "@/lib/queries/system";
import { listThreads } from "@/lib/queries/threads";
import { exportTransparency, getTransparency } from "@/lib/queries/transparency";
import { getWorkspace } from "@/lib/queries/workspace-settings";

/**
 * Every endpoint of /api/v1 and the operation behind it: what the API document is made from. A test compares it with the route
 * files, both ways.
 */
export const CATALOGUE: Readonly<Record<string, Operation>> = {
  "GET /audit": listAudit,
  "GET /audit/check": checkAudit,
  "GET /audit/export": exportAudit,
  "GET /documents": listDocuments,
  "POST /documents": createDocument,
  "GET /documents/{documentId}": getDocument,
  "PATCH /documents/{documentId}": updateDocument,
  "DELETE /documents/{documentId}": trashDocument,
  "POST /documents/{documentId}/restore": restoreDocument,
  "GET /documents/{documentId}/scale": getScaleMove,
  "PUT /documents/{documentId}/scale": moveToScale,
  "GET /documents/{documentId}/publication": getPublication,
  "GET /documents/{documentId}/publication/preview": previewPublication,
  "POST /documents/{documentId}/publication": publishDocument,
  "PATCH /documents/{documentId}/publication": setPublicPage,
  "POST /pages/{slug}/reports": reportError,
  "POST /flags": raiseFlag,
  "GET /moderation": listQueue,
  "GET /moderation/transparency": getTransparency,
  "GET /moderation/transparency/csv": exportTransparency,
  "POST /moderation/decisions": decide,
  "POST /moderation/decisions/undo": undoDecisions,
  "GET /moderation/own": getOwnModeration,
  "POST /moderation/appeals": makeAppeal,
  "PUT /moderation/appeals/{appealId}": settleAppeal,
  "GET /documents/{documentId}/events": followDocument,
  "PUT /documents/{documentId}/presence": bePresent,
  "GET /documents/{documentId}/claims": listClaims,
  "POST /documents/{documentId}/claims": createClaim,
  "POST /documents/{documentId}/claims/import": bringClaims,
  "POST /documents/{documentId}/claims/import/preview": previewClaims,
  "GET /documents/{documentId}/revisions": listRevisions,
  "POST /documents/{documentId}/revisions": reviseDocument,
  "POST /documents/{documentId}/revisions/preview": previewRevision,
  "GET /documents/{documentId}/revisions/{number}": getRevision,
  "GET /documents/{documentId}/comparison": getComparison,
  "GET /documents/{documentId}/doubts": listDoubts,
  "GET /documents/{documentId}/export": exportDocument,
  "GET /documents/{documentId}/exports": listExports,
  "POST /documents/{documentId}/exports": startExport,
  "GET /exports/{exportId}": getExport,
  "DELETE /exports/{exportId}": endExport,
  "GET /exports/{exportId}/file": downloadExport,
  "POST /exports/{exportId}/again": repeatExport,
  "GET /documents/{documentId}/marks": getMarks,
  "POST /documents/{documentId}/marks": addMark,
  "POST /documents/{documentId}/marks/submission": submitMarks,
  "POST /documents/{documentId}/marks/union": uniteMarks,
  "DELETE /marks/{markId}": removeMark,
  "GET /documents/{documentId}/disagreements": listDisagreements,
  "GET /documents/{documentId}/agreement": getAgreement,
  "GET /documents/{documentId}/agreement/csv": exportAgreement,
  "GET /documents/{documentId}/assignments": getAssignments,
  "PATCH /documents/{documentId}/assignments": assignClaims,
  "POST /documents/{documentId}/assignments/preview": previewPlan,
  "POST /documents/{documentId}/assignments/plan": applyPlan,
  "PATCH /claims/{claimId}/assignments": assignClaim,
  "PUT /claims/{claimId}/assignments/own": takeClaim,
  "DELETE /claims/{claimId}/assignments/own": giveBackClaim,
  "GET /documents/{documentId}/threads": listThreads,
  "POST /documents/{documentId}/threads": startThread,
  "PATCH /threads/{threadId}": changeThread,
  "POST /threads/{threadId}/comments": reply,
  "PUT /threads/{threadId}/seen": seeThread,
  "PATCH /comments/{commentId}": editComment,
  "DELETE /comments/{commentId}": deleteComment,
  "GET /events": follow,
  "POST /imports/preview": previewImport,
  "POST /imports/bundle": importBundle,
  "POST /imports/bundle/preview": previewBundle,
  "GET /claims/{claimId}": getClaim,
  "PATCH /claims/{claimId}": updateClaim,
  "DELETE /claims/{claimId}": trashClaim,
  "POST /claims/{claimId}/restore": restoreClaim,
  "POST /claims/{claimId}/revert": revertClaim,
  "PUT /claims/{claimId}/fragments": setFragments,
  "POST /claims/{claimId}/anchors/{anchorId}/settle": settleAnchor,
  "POST /claims/{claimId}/anchors/{anchorId}/unsettle": unsettleAnchor,
  "PUT /claims/{claimId}/state": moveClaim,
  "PUT /claims/{claimId}/assessment": assessClaim,
  "GET /claims/{claimId}/assessments/{assessmentId}/versions": listAssessmentVersions,
  "POST /claims/{claimId}/adjudication": adjudicateClaim,
  "PUT /claims/{claimId}/ruling": ruleClaim,
  "POST /claims/{claimId}/corrections": correctClaim,
  "POST /claims/{claimId}/set-aside": setAside,
  "GET /claims/{claimId}/events": listClaimEvents,
  "POST /claims/{claimId}/evidence": addEvidence,
  "PATCH /evidence/{evidenceId}": updateEvidence,
  "DELETE /evidence/{evidenceId}": trashEvidence,
  "POST /evidence/{evidenceId}/restore": restoreEvidence,
  "PUT /evidence/{evidenceId}/verification": verifyQuote,
  "GET /claims/{claimId}/found-quotes": findQuotes,
  "POST /evidence/{evidenceId}/snapshots": addSnapshot,
  "DELETE /snapshots/{snapshotId}": trashSnapshot,
  "POST /snapshots/{snapshotId}/restore": restoreSnapshot,
  "GET /snapshots/{snapshotId}/file": downloadSnapshot,
  "POST /claims/{claimId}/questions": askQuestion,
  "PATCH /questions/{questionId}": updateQuestion,
  "DELETE /questions/{questionId}": trashQuestion,
  "POST /questions/{questionId}/restore": restoreQuestion,
  "POST /claims/{claimId}/contacts": addContact,
  "DELETE /contacts/{contactId}": trashContact,
  "POST /contacts/{contactId}/restore": restoreContact,
  "GET /sources": listSources,
  "POST /sources": createSource,
  "PATCH /sources/{sourceId}": updateSource,
  "GET /work": getMyWork,
  "GET /notifications": listNotifications,
  "GET /notifications/count": countNotifications,
  "PUT /notifications/read": readNotifications,
  "PUT /notifications/{notificationId}/read": readNotification,
  "GET /notifications/switches": getSwitches,
  "PATCH /notifications/switches": setSwitch,
  "GET /scales": listScales,
  "POST /scales": copyScale,
  "PUT /scales/{scaleId}": saveScale,
  "PUT /scales/{scaleId}/default": setDefaultScale,
  "PUT /scales/{scaleId}/retirement": retireScale,
  "DELETE /scales/{scaleId}/retirement": restoreScale,
  "GET /workspace": getWorkspace,
  "PATCH /workspace": updateWorkspace,
  "GET /workspace/moderation": getModerationSettings,
  "PATCH /workspace/moderation": updateModeration,
  "PUT /workspace/domains/{domain}": admitDomain,
  "DELETE /workspace/domains/{domain}": dropDomain,
  "GET /system": getSystem,
  "POST /system/test-mail": sendTestMail,
  "GET /people": listPeople,
  "DELETE /people/{userId}": removeMember,
  "PUT /people/{userId}/role": changeRole,
  "POST /invitations": createInvitation,
  "DELETE /invitations/{invitationId}": revokeInvitation,
  "POST /invitations/accept": acceptInvitation,
  "POST /invitations/join": joinWorkspace,
  "POST /setup": setUpWorkspace,
  "POST /people/{userId}/reset-link": makeResetLink,
  "POST /workspaces": createWorkspace,
  "GET /instance": getInstance,
  "PATCH /instance": updateInstance,
  "PUT /instance/owner": transferInstance,
  "PATCH /instance/workspaces/{workspaceId}": renameWorkspace,
  "PUT /instance/workspaces/{workspaceId}/closure": closeWorkspace,
  "DELETE /instance/workspaces/{workspaceId}/closure": reopenWorkspace,
  "PUT /instance/workspaces/{workspaceId}/admin": runWorkspace,
  "GET /instance/people": listInstancePeople,
  "PUT /instance/people/{userId}/suspension": suspendPerson,
  "DELETE /instance/people/{userId}/suspension": restorePerson,
  "DELETE /instance/people/{userId}": deletePerson,
  "POST /account/deletion": deleteAccount,
  "GET /account/workspaces": listOwnWorkspaces,
  "PUT /account/workspace": switchWorkspace,
  "PUT /account/password": changePassword,
  "DELETE /people/{userId}/second-factor": resetSecondFactor,
  "POST /account/second-factor": beginSecondFactor,
  "PUT /account/second-factor": confirmSecondFactor,
  "POST /account/second-factor/off": turnOffSecondFactor,
  "POST /account/second-factor/recovery-codes": renewRecoveryCodes,
  "POST /account/reset-requests": askForReset,
  "POST /account/reset": resetPassword,
  "POST /account/link-requests": askForSignIn,
  "POST /account/join-requests": askToJoin,
  "POST /account/joins": joinByDomain,
  "POST /account/address-requests": askToProve,
  "PUT /account/address": proveOwnAddress,
  "PUT /account/cut-off": noteCutOffRead,
  "GET /account/sessions": listSessions,
  "DELETE /account/sessions/{sessionId}": endSession,
};
