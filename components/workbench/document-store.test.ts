import { describe, expect, it, vi } from "vitest";
import type { ChangesMessage } from "@/lib/domain/live";
import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { foreseenPlaces } from "./claim-summary";
import { DocumentStore } from "./document-store";

function claim(id: string, start: number, given: Partial<ClaimSummaryView> = {}): ClaimSummaryView {
  const anchors = [{ id: `${id}-a`, start, end: start + 1, status: "exact" as const }];
  return {
    id,
    number: start,
    statement: id,
    state: "spotted",
    version: 1,
    labelId: null,
    assigned: 0,
    assignments: [],
    tags: [],
    evidenceCount: 0,
    anchors,
    ...given,
  };
}

const document: DocumentView = {
  id: "d",
  title: "A bridge",
  author: null,
  publication: null,
  publishedOn: null,
  kind: "article",
  state: "in_progress",
  language: "en",
  url: null,
  marksApart: false,
  version: 1,
  revision: {
    id: "r",
    number: 1,
    text: "The bridge opened.",
    blocks: [{ type: "paragraph", start: 0, end: 18, marks: [] }],
    wordCount: 3,
    createdAt: "2026-11-16T08:30:00.000Z",
  },
  scale: { id: "s", name: "Five-point", version: 1, labels: [] },
  members: [],
  seq: 0,
  can: {
    edit: true,
    mark: true,
    assign: true,
    delete: true,
    seeAgreement: true,
    seePublication: true,
    report: true,
    export: true,
    exportDesk: true,
    exportConfidential: true,
  },
};

function begin() {
  const store = new DocumentStore(document, null);
  store.arrive([claim("late", 90), claim("early", 10), claim("middle", 50)], 0);
  const heard = vi.fn();
  store.subscribe(heard);
  return { store, heard, ids: () => store.getData().claims.map(({ id }) => id) };
}

describe("the document as the page knows it", () => {
  it("knows at most the open claim until all have come, and takes them up once", () => {
    const store = new DocumentStore(document, claim("open", 50));
    expect(store.getData()).toMatchObject({ complete: false, claims: [{ id: "open" }] });
    store.foresee(claim("mine", 70));
    store.arrive([claim("open", 50), claim("early", 10)], 0);
    store.arrive([], 0);
    expect(store.getData().complete).toBe(true);
    expect(store.getData().claims.map(({ id }) => id)).toEqual(["early", "open", "mine"]);
  });

  it("has its claims in the order of the text, also after one was added, moved or taken away", () => {
    const { store, ids, heard } = begin();
    expect(ids()).toEqual(["early", "middle", "late"]);
    store.foresee(claim("new", 60));
    expect(ids()).toEqual(["early", "middle", "new", "late"]);
    store.foresee(claim("early", 95));
    expect(ids()).toEqual(["middle", "new", "late", "early"]);
    store.remove("late");
    store.remove("late");
    expect(ids()).toEqual(["middle", "new", "early"]);
    expect(heard).toHaveBeenCalledTimes(3);
    expect(store.latest("late")).toBeUndefined();
  });

  it("leaves alone what a change does not touch", () => {
    const { store } = begin();
    const [early, middle, late] = store.getData().claims;
    store.foresee(claim("middle", 50, { statement: "Changed" }));
    expect(store.getData().claims[0]).toBe(early);
    expect(store.getData().claims[1]).not.toBe(middle);
    expect(store.getData().claims[2]).toBe(late);
    expect(store.getData().document).toBe(document);
    expect(store.latest("middle")?.statement).toBe("Changed");
  });

  it("takes up what others did, and keeps the text and the claims that are the same", async () => {
    const { store, ids } = begin();
    const [early] = store.getData().claims;
    const answer = structuredClone({
      document: { ...document, title: "A bridge, corrected" },
      claims: [claim("early", 10), claim("late", 90), claim("theirs", 20)],
    });
    await store.refresh(() => Promise.resolve(answer));
    expect(ids()).toEqual(["early", "theirs", "late"]);
    expect(store.getData().claims[0]).toBe(early);
    expect(store.getData().document.title).toBe("A bridge, corrected");
    expect(store.getData().document.revision).toBe(document.revision);
  });

  it("keeps the text that is read and the places in it when somebody corrected it, and says so", async () => {
    const { store, ids } = begin();
    const corrected = { ...document, title: "A bridge, corrected", revision: { ...document.revision, id: "r2", number: 2, text: "So the bridge opened." } };
    const answer = { document: corrected, claims: [claim("early", 30, { statement: "Changed" }), claim("late", 110), claim("theirs", 5)] };
    await store.refresh(() => Promise.resolve(answer));
    expect(store.getData()).toMatchObject({ newer: 2, document: { title: "A bridge, corrected", revision: { number: 1, text: "The bridge opened." } } });
    expect(store.latest("early")).toMatchObject({ statement: "Changed", anchors: [{ start: 10 }] });
    expect(store.latest("theirs")?.anchors).toEqual([]);
    await store.renew(() => Promise.resolve(answer));
    expect(store.getData()).toMatchObject({ newer: null, document: { revision: { number: 2 } } });
    expect(ids()).toEqual(["theirs", "early", "late"]);
    expect(store.latest("early")?.anchors).toMatchObject([{ start: 30 }]);
  });

  it("leaves claims where they are when they come back with places of a newer text", () => {
    const { store } = begin();
    store.take(claim("early", 30, { statement: "Changed" }), { revision: 2, seq: 1 });
    expect(store.latest("early")).toMatchObject({ statement: "Changed", anchors: [{ start: 10 }] });
    store.take(claim("new", 60), { revision: 2, seq: 2 }, claim("new", 40).anchors);
    expect(store.latest("new")?.anchors).toMatchObject([{ start: 40 }]);
    expect(store.getData().newer).toBe(2);
    store.take(claim("late", 95), { revision: 1, seq: 3 });
    expect(store.latest("late")?.anchors).toMatchObject([{ start: 95 }]);
  });

  it("drops an answer that may be older than what one did meanwhile", async () => {
    const { store, ids } = begin();
    const asked = store.refresh(() => Promise.resolve({ document, claims: [] }));
    store.foresee(claim("mine", 30));
    await asked;
    expect(ids()).toEqual(["early", "mine", "middle", "late"]);
  });

  describe("hears the stream", () => {
    const { id, title, author, publication, publishedOn, kind, state, language, url, version } = document;
    const facts = {
      id,
      title,
      author,
      publication,
      publishedOn,
      kind,
      state,
      language,
      url,
      version,
      scaleId: document.scale.id,
      reviewMode: "proposal",
      reviewers: 2,
      panelRule: "majority",
      marksApart: false,
    } as const;
    const message = (from: number, seq: number, given: Partial<ChangesMessage> = {}): ChangesMessage => ({
      kind: "changes",
      documentId: "d",
      from,
      seq,
      revision: 1,
      events: [],
      claims: [],
      gone: [],
      document: facts,
      ...given,
    });

    it("and changes only what it names, at once", () => {
      const { store, heard, ids } = begin();
      const [early] = store.getData().claims;
      const claims = [
        { ...claim("theirs", 20), seq: 4 },
        { ...claim("middle", 50, { statement: "Changed" }), seq: 5 },
      ];
      expect(store.hear(message(0, 5, { claims, gone: [{ id: "late", seq: 3 }] }))).toBe(true);
      expect(ids()).toEqual(["early", "theirs", "middle"]);
      expect(store.getData().claims[0]).toBe(early);
      expect(store.latest("middle")).not.toHaveProperty("seq");
      expect(heard).toHaveBeenCalledTimes(1);
      expect(store.seq).toBe(5);
    });

    it("but never goes back: neither by a late message nor by a late answer", () => {
      const { store } = begin();
      store.take(claim("middle", 50, { statement: "Mine" }), { revision: 1, seq: 7 });
      store.hear(message(0, 6, { claims: [{ ...claim("middle", 50, { statement: "Older" }), seq: 6 }] }));
      expect(store.latest("middle")?.statement).toBe("Mine");
      store.hear(message(6, 9, { claims: [{ ...claim("middle", 50, { statement: "Newer" }), seq: 9 }] }));
      store.take(claim("middle", 50, { statement: "Late" }), { revision: 1, seq: 8 });
      expect(store.latest("middle")?.statement).toBe("Newer");
    });

    it("with the document's own fields, and without rendering when nothing is new", () => {
      const { store, heard } = begin();
      store.hear(message(0, 1));
      expect(store.getData().document).toBe(document);
      expect(heard).not.toHaveBeenCalled();
      store.hear(message(1, 2, { document: { ...facts, title: "The old bridge" } }));
      expect(store.getData().document).toMatchObject({ title: "The old bridge", revision: document.revision });
      expect(store.hear(message(2, 3, { document: { ...facts, scaleId: "another" } }))).toBe(false);
    });

    it("and says when something is missing", () => {
      const { store } = begin();
      expect(store.hear(message(3, 5))).toBe(false);
      expect(store.seq).toBe(0);
      expect(store.hear(message(0, 5))).toBe(true);
      expect(store.hear(message(2, 6))).toBe(true);
    });

    it("also before the claims have come, and does not let them bring back what is gone", () => {
      const store = new DocumentStore(document, null);
      store.hear(message(0, 5, { claims: [{ ...claim("theirs", 20), seq: 4 }], gone: [{ id: "late", seq: 5 }] }));
      store.arrive([claim("late", 90), claim("early", 10)], 2);
      expect(store.getData().claims.map(({ id }) => id)).toEqual(["early", "theirs"]);
    });

    it("while an older answer is on its way, which then brings only what is not known better", async () => {
      const { store, ids } = begin();
      const asked = store.refresh(() => Promise.resolve({ document: { ...document, seq: 3 }, claims: [claim("early", 10), claim("middle", 50)] }));
      store.hear(
        message(0, 6, {
          claims: [
            { ...claim("middle", 50, { statement: "Newer" }), seq: 6 },
            { ...claim("theirs", 20), seq: 5 },
          ],
        }),
      );
      await asked;
      expect(ids()).toEqual(["early", "theirs", "middle"]);
      expect(store.latest("middle")?.statement).toBe("Newer");
    });

    it("without pulling a fragment out of the hand that moves it", () => {
      const { store } = begin();
      store.foresee({ ...claim("middle", 50), anchors: foreseenPlaces([{ start: 55, end: 60 }]) });
      store.hear(message(0, 2, { claims: [{ ...claim("middle", 50, { evidenceCount: 1 }), seq: 2 }] }));
      expect(store.latest("middle")).toMatchObject({ evidenceCount: 1, anchors: [{ start: 55 }] });
      store.take(claim("middle", 55, { evidenceCount: 1 }), { revision: 1, seq: 3 });
      expect(store.latest("middle")?.anchors).toMatchObject([{ id: "middle-a", start: 55 }]);
    });

    it("and keeps the text that is read when it was corrected", () => {
      const { store } = begin();
      store.hear(message(0, 4, { revision: 2, claims: [{ ...claim("early", 30, { statement: "Changed" }), seq: 4 }] }));
      expect(store.getData().newer).toBe(2);
      expect(store.latest("early")).toMatchObject({ statement: "Changed", anchors: [{ start: 10 }] });
    });
  });
});
