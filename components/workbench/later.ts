"use client";

import { lazy } from "react";
import type { ClaimView } from "@/lib/domain/views";
import { queryKeys } from "@/lib/ui/query-keys";

/* What the text can be read without: fetched when it is first shown, or when the page has come to rest. */

export const fetchOverview = () => import("./claims-overview");
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
export const fetchAnnounce = () => import("./announce");
export const fetchLive = () => import("./live-document");
const fetchCache = () => import("@/lib/ui/query-client");

export const ClaimsOverview = lazy(async () => ({ default: (await fetchOverview()).ClaimsOverview }));
export const PaneFoot = lazy(async () => ({ default: (await fetchFoot()).PaneFoot }));
export const DocumentCommands = lazy(async () => ({ default: (await fetchCommands()).DocumentCommands }));
export const NewerTextNotice = lazy(async () => ({ default: (await fetchNotices()).NewerTextNotice }));
export const StandingNotice = lazy(async () => ({ default: (await fetchNotices()).StandingNotice }));
export const DoubtTray = lazy(async () => ({ default: (await fetchTray()).DoubtTray }));
export const ClaimPanel = lazy(async () => ({ default: (await fetchPanel()).ClaimPanel }));
export const Sheet = lazy(async () => ({ default: (await fetchSheet()).Sheet }));
export const TakeOutDialog = lazy(async () => ({ default: (await fetchTakeOut()).TakeOutDialog }));
export const DocumentDiscussion = lazy(async () => ({ default: (await fetchDiscussion()).DocumentDiscussion }));
export const AddToClaimDialog = lazy(async () => ({ default: (await fetchAddTo()).AddToClaimDialog }));

export const OthersHere = lazy(async () => ({ default: (await fetchOthers()).OthersHere }));

/** Fetches all of it ahead. */
export function fetchLater(): void {
  void Promise.all([fetchCommands(), fetchNotices(), fetchPanel(), fetchTray(), fetchSheet(), fetchTakeOut(), fetchAddTo(), fetchDiscussion(), fetchOthers()]);
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
