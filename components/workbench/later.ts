"use client";

import { part, waitingForNetwork } from "@/components/ui/part";
import { isWide } from "@/components/ui/use-wide";
import type { ClaimView } from "@/lib/domain/views";
import { queryKeys } from "@/lib/ui/query-keys";

/* What the text can be read without: fetched when it is first shown, or when the page has come to rest. */

const fetchOverview = () => import("./claims-overview");
// Where it stands beside the text, the list of claims is on its way before the page asks for it.
if (typeof window !== "undefined" && isWide()) fetchOverview().catch(() => undefined);
const fetchFoot = () => import("./pane-foot");
const fetchPanel = () => import("@/components/claim/claim-panel");
const fetchTray = () => import("@/components/doubt/doubt-tray");
const fetchSheet = () => import("@/components/ui/sheet");
const fetchTakeOut = () => import("@/components/document/take-out-dialog");
const fetchDiscussion = () => import("@/components/thread/document-discussion");
const fetchOthers = () => import("./others-here");
const fetchCommands = () => import("./document-commands");
const fetchNotices = () => import("./notices");
const fetchAddTo = () => import("./add-to-claim-dialog");
export const fetchAnnounce = () => waitingForNetwork(() => import("./announce"));
export const fetchLive = () => waitingForNetwork(() => import("./live-document"));
const fetchCache = () => waitingForNetwork(() => import("@/lib/ui/query-client"));

export const ClaimsOverview = part(fetchOverview, (each) => each.ClaimsOverview);
export const PaneFoot = part(fetchFoot, (each) => each.PaneFoot);
export const DocumentCommands = part(fetchCommands, (each) => each.DocumentCommands);
export const NewerTextNotice = part(fetchNotices, (each) => each.NewerTextNotice);
export const StandingNotice = part(fetchNotices, (each) => each.StandingNotice);
export const DoubtTray = part(fetchTray, (each) => each.DoubtTray);
export const ClaimPanel = part(fetchPanel, (each) => each.ClaimPanel);
export const Sheet = part(fetchSheet, (each) => each.Sheet);
export const TakeOutDialog = part(fetchTakeOut, (each) => each.TakeOutDialog);
export const DocumentDiscussion = part(fetchDiscussion, (each) => each.DocumentDiscussion);
export const AddToClaimDialog = part(fetchAddTo, (each) => each.AddToClaimDialog);

export const OthersHere = part(fetchOthers, (each) => each.OthersHere);

/** Fetches all of it ahead; what fails is fetched again when it is shown. */
export function fetchLater(): void {
  void Promise.allSettled([
    fetchCommands(),
    fetchNotices(),
    fetchPanel(),
    fetchTray(),
    fetchSheet(),
    fetchTakeOut(),
    fetchAddTo(),
    fetchDiscussion(),
    fetchOthers(),
  ]);
}

/** Has claims read again when they are next shown: their places are those of another text. */
export function forgetPlaces(): void {
  void fetchCache().then(({ queryClient }) => queryClient().invalidateQueries({ queryKey: queryKeys.claims }));
}

/** Keeps the whole claim for the panel, unless a newer one is there. */
export function keepClaim(claim: ClaimView): void {
  void fetchCache().then(({ queryClient }) =>
    queryClient().setQueryData<ClaimView>(queryKeys.claim(claim.id), (known) => (known && known.seq > claim.seq ? known : claim)),
  );
}
