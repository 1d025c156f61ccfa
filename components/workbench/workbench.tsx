"use client";

import type { TakeOutFormat } from "@/components/document/take-out-dialog";
import { TopBar } from "@/components/desk/top-bar";
import { headings, sectionAt, type Heading } from "@/components/reader/outline";
import { Reader } from "@/components/reader/reader";
import { WritersContext } from "@/components/draft/writers";
import { FIRST_DOUBT } from "@/lib/domain/first-doubt";
import type { SpokenPlace } from "@/components/doubt/spoken-place";
import type { ReaderHandle, SelectionAction } from "@/components/reader/types";
import { Button, IconButton } from "@/components/ui/button";
import { useShortcuts } from "@/components/ui/keyboard";
import { SplitPanes } from "@/components/ui/split-panes";
import { toast } from "@/components/ui/toast";
import { UntilLive } from "@/components/ui/until-live";
import { useWide } from "@/components/ui/use-wide";
import { whenIdle } from "@/components/ui/when-idle";
import { isDoubtful } from "@/lib/domain/anchor";
import type { Role } from "@/lib/domain/role";
import { directionOf, type Span } from "@/lib/domain/text";
import { apiErrorOf } from "@/lib/ui/api";
import { Download, List, MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type CSSProperties } from "react";
import { ClaimsPane } from "./claims-pane";
import { neighbour, placesIn } from "./claim-summary";
import { DocumentHeader } from "./document-header";
import { DocumentMenu } from "./document-menu";
import {
  AddToClaimDialog,
  ClaimPanel,
  DocumentCommands,
  DoubtTray,
  fetchLater,
  NewerTextNotice,
  OthersHere,
  Sheet,
  StandingNotice,
  TakeOutDialog,
} from "./later";
import { NoClaim } from "./no-claim";
import { readerClaim, readerClaims } from "./reader-claims";
import { useAddress, useAddressValue } from "./use-address";
import { useClaimFilter } from "./use-claim-filter";
import { useMarking } from "./use-marking";
import { usePanelClaim } from "./use-panel-claim";
import { usePresence } from "./use-presence";
import { useShownPlace } from "./use-shown-place";
import { useSteady } from "./use-steady";
import { NoteContext } from "./undo-note";
import { useUndo } from "./use-undo";
import { useWorkbench, type WorkbenchStart } from "./use-workbench";

interface WorkbenchProps extends WorkbenchStart {
  me: { id: string; role: Role };
  formats: readonly TakeOutFormat[];
}

/* What the sheet of an open claim covers of the text on a phone. */
const COVERED: CSSProperties & Record<"--reader-covered", string> = { "--reader-covered": "52dvh" };

/** The heart: outline and claims, the text, and the open claim side by side; on a phone the text with a sheet over it. */
export function Workbench({ me, formats, ...start }: WorkbenchProps) {
  const { document, claims, complete, newer, showNewer, hearOf, latest, apply, foresee, remove, standing, presence } = useWorkbench(start, me.id);
  const { initialClaim } = start;
  const { text, blocks } = document.revision;
  const address = useAddress();
  const [openId, setOpenId] = useAddressValue(address, "claim");
  /** The quote that the tray "Needs a look" is open at. */
  const [lookId, setLookId] = useAddressValue(address, "look");
  const [commentId] = useAddressValue(address, "comment");
  /** Words about which a discussion is being begun. */
  const [talking, setTalking] = useState<Span | null>(null);
  const [spoken, setSpoken] = useState<SpokenPlace | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [section, setSection] = useState<Heading | null>(null);
  const [adding, setAdding] = useState<Span | null>(null);
  const [sheet, setSheet] = useState<"claims" | "discussion" | null>(null);
  const [takingOut, setTakingOut] = useState(false);
  const reader = useRef<ReaderHandle>(null);
  const router = useRouter();
  const wide = useWide();
  const note = useUndo();
  // What is done to one of thousands shows at once where it is done; the lists and counts of all follow a moment later. The first ones come at once.
  const before = useDeferredValue(claims);
  const settled = before.length === 0 ? claims : before;
  const filter = useClaimFilter(settled, address, me.id);
  const [rested, setRested] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        fetchLater();
        setRested(true);
      }),
    [],
  );

  const goTo = useCallback((span: Span) => reader.current?.scrollToSpan(span), []);
  const focusText = useCallback((span: Span) => reader.current?.focusSpan(span), []);
  useShownPlace(spoken?.place ?? null, goTo);
  const look = (anchorId = FIRST_DOUBT) => {
    setSheet(null);
    setLookId(anchorId);
  };
  const open = useCallback(
    (claimId: string) => {
      setOpenId(claimId);
      setLookId(null);
      setSheet(null);
      const first = latest(claimId)?.anchors[0];
      if (first) goTo(first);
    },
    [setOpenId, setLookId, latest, goTo],
  );
  const looking = lookId !== null;
  const close = () => (looking ? setLookId(null) : setOpenId(null));
  const onMarked = useCallback((claimId: string) => setOpenId(claimId), [setOpenId]);
  const others = usePresence({ documentId: document.id, revisionId: document.revision.id, claimId: openId, reader, store: presence });
  const marking = useMarking({ document, latest, apply, foresee, remove, note, onMarked });

  const painted = useMemo(() => readerClaims(settled, document.scale), [settled, document.scale]);
  const doubtful = useMemo(() => settled.some((claim) => claim.anchors.some((anchor) => isDoubtful(anchor.status))), [settled]);
  const sections = useMemo(() => headings(text, blocks), [text, blocks]);
  const onPosition = useCallback((offset: number) => setSection(sectionAt(sections, offset)), [sections]);
  const listed = filter.claims;
  const places = useMemo(() => placesIn(listed), [listed]);
  const openClaim = openId === null ? undefined : claims.find((claim) => claim.id === openId);
  const mayMark = document.can.mark;

  function step(by: 1 | -1): void {
    const next = neighbour(listed, places.get(openId ?? ""), by);
    if (next) open(next.id);
  }
  function act(action: SelectionAction, span: Span): void {
    const done = () => reader.current?.clearSelection();
    if (action === "new") {
      done();
      void marking.mark(span);
    } else if (action === "discuss") discuss(span);
    else if (action === "move" && openId) void marking.moveTo(openId, span).then(done);
    else if (openClaim) void marking.addFragment(openClaim.id, span).then(done);
    else setAdding(span);
  }
  function discuss(words: Span | null): void {
    setOpenId(null);
    setLookId(null);
    setTalking(words);
    if (!wide) setSheet("discussion");
  }
  function addTo(claimId: string): void {
    if (adding) void marking.addFragment(claimId, adding);
    setAdding(null);
    open(claimId);
  }

  function showNewText(): void {
    showNewer().catch((error: unknown) => toast.error("The new text did not load.", apiErrorOf(error).message));
  }

  useShortcuts({ j: () => step(1), k: () => step(-1) }, { enabled: !looking });
  useShortcuts({ escape: close }, { enabled: openId !== null && !wide && !looking });
  const pane = (
    <ClaimsPane
      filter={filter}
      claims={settled}
      complete={complete}
      sections={sections}
      section={section}
      onLook={() => doubtful && look()}
      onGoTo={(heading) => {
        setSheet(null);
        goTo(heading);
      }}
      list={{ scale: document.scale, text, selectedId: openId, onOpen: open, onHover: setHoveredId, othersAt: others.atClaims }}
    />
  );
  const discussion = (
    <NoClaim document={document} me={me} mayMark={mayMark} commentId={commentId} words={talking} onWordsDone={() => setTalking(null)} onGoTo={focusText} />
  );
  // The text and the list show at once which claim is open; the claim itself comes a moment later, and renders anew only when it is another.
  const { panelId, atOnce } = usePanelClaim(openId);
  const position = places.get(panelId ?? "") ?? 0;
  const handlers = useSteady({
    onChange: apply,
    onDeleted: (claimId: string) => {
      remove(claimId);
      close();
    },
    // Places of a newer text mean nothing in this one.
    onGoToFragment: (span: Span) => focusText(newer === null ? span : (openClaim?.anchors[0] ?? span)),
    onRemoveFragment: (anchorId: string) => {
      if (panelId !== null) void marking.removeFragment(panelId, anchorId);
    },
    onLook: look,
    onRevision: hearOf,
    onNext: () => step(1),
    onPrevious: () => step(-1),
  });
  const { length: total } = listed;
  const claimPanel = useMemo(
    () =>
      panelId !== null && (
        <ClaimPanel
          key={document.id}
          claimId={panelId}
          atOnce={atOnce}
          document={document}
          me={me}
          position={position}
          total={total}
          commentId={commentId}
          {...handlers}
          {...(initialClaim ? { initial: initialClaim } : {})}
        />
      ),
    [panelId, atOnce, document, me, position, total, commentId, handlers, initialClaim],
  );
  const panel =
    lookId !== null ? (
      <DoubtTray
        documentId={document.id}
        revisionId={document.revision.id}
        look={lookId}
        onLook={setLookId}
        newer={newer}
        onShowNewer={showNewText}
        onOpenClaim={open}
        quotesOf={(claimId) => latest(claimId)?.anchors.length ?? 0}
        apply={apply}
        onDeleted={remove}
        note={note}
        focusText={focusText}
        onSpeak={setSpoken}
      />
    ) : openId === null ? (
      discussion
    ) : (
      claimPanel
    );

  const panelWithWriters = (
    <NoteContext value={note}>
      <WritersContext value={others.lock}>{panel}</WritersContext>
    </NoteContext>
  );
  const side = (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <UntilLive>{panelWithWriters}</UntilLive>
    </div>
  );

  return (
    <div className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <TopBar
        saves="always"
        crumbs={[{ label: document.title }]}
        actions={
          <>
            {others.people.length > 0 && (
              <Suspense>
                <OthersHere
                  people={others.people}
                  atClaims={others.atClaims}
                  claims={claims}
                  onOpen={open}
                  showsSelections={others.showsSelections}
                  onShowSelections={others.setShowsSelections}
                />
              </Suspense>
            )}
            <IconButton label="Claims" icon={<List size={16} />} className="lg:hidden" onClick={() => setSheet("claims")} />
            {me.role !== "reader" && (
              <IconButton label="Discussion" icon={<MessagesSquare size={16} />} className="lg:hidden" onClick={() => setSheet("discussion")} />
            )}
            <DocumentMenu document={document} />
            <Button onClick={() => setTakingOut(true)} className="max-sm:w-8 max-sm:px-0">
              <Download aria-hidden size={16} className="sm:hidden" />
              <span className="max-sm:sr-only">Take out…</span>
            </Button>
          </>
        }
      />
      <SplitPanes
        storageKey="assay.workbench"
        className="min-h-0 flex-1"
        start={{ label: "Claims", initial: 248, min: 200, max: 420, content: wide ? pane : null }}
        end={{
          label: "Claim",
          initial: 432,
          min: 340,
          max: 640,
          content: wide ? side : null,
        }}
      >
        <main id="main" className="flex min-h-0 flex-1 flex-col" style={!wide && (openId !== null || looking) ? COVERED : undefined}>
          <div className="min-h-0 flex-1">
            <Reader
              ref={reader}
              text={text}
              blocks={blocks}
              lang={document.language}
              dir={directionOf(document.language)}
              label={document.title}
              header={<DocumentHeader document={document} />}
              claims={painted}
              pending={marking.pending}
              selectedClaimId={spoken?.claimId ?? openId}
              openClaim={openClaim && readerClaim(openClaim, document.scale)}
              hoveredClaimId={hoveredId}
              onHoverClaim={setHoveredId}
              onOpenClaim={open}
              onSelectionAction={mayMark ? act : undefined}
              onPlace={spoken?.onPlace ?? undefined}
              place={spoken?.place}
              others={others.selections}
              onCopyQuote={(copied) => (copied ? toast.success("Quote copied.") : toast.error("The browser did not allow copying."))}
              onResize={mayMark && openClaim && !looking ? (claimId, fragments) => void marking.resize(claimId, fragments) : undefined}
              onPositionChange={onPosition}
            />
          </div>
          {/* Below the text: what comes above it would move the words under one's hands. */}
          <Suspense>
            {newer !== null && <NewerTextNotice documentId={document.id} shown={document.revision.number} newer={newer} onShow={showNewText} />}
            {(standing === "ended" || standing === "over") && <StandingNotice standing={standing} />}
          </Suspense>
        </main>
      </SplitPanes>
      {!wide && (
        <>
          <Sheet open={(openId !== null || looking) && sheet === null} onOpenChange={(next) => !next && close()} title={looking ? "Needs a look" : "Claim"}>
            {panelWithWriters}
          </Sheet>
          <Sheet open={sheet === "discussion"} onOpenChange={(next) => setSheet(next ? "discussion" : null)} title="Discussion" modal>
            {discussion}
          </Sheet>
          <Sheet open={sheet === "claims"} onOpenChange={(next) => setSheet(next ? "claims" : null)} title="Claims" modal>
            {pane}
          </Sheet>
        </>
      )}
      {rested && (
        <Suspense>
          <DocumentCommands
            document={document}
            doubtful={doubtful}
            go={(href) => router.push(href)}
            look={look}
            step={step}
            takeOut={() => setTakingOut(true)}
            discuss={me.role === "reader" ? undefined : () => discuss(null)}
          />
        </Suspense>
      )}
      {adding && <AddToClaimDialog quote={text.slice(adding.start, adding.end)} claims={claims} onChoose={addTo} onClose={() => setAdding(null)} />}
      {takingOut && <TakeOutDialog document={document} claims={claims} formats={formats} onClose={() => setTakingOut(false)} />}
    </div>
  );
}
