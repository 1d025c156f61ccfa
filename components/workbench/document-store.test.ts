import { describe, expect, it, vi } from "vitest";
import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { DocumentStore } from "./document-store";

function claim(id: string, start: number, given: Partial<ClaimSummaryView> = {}): ClaimSummaryView {
  const anchors = [{ id: `${id}-a`, start, end: start + 1, status: "exact" as const }];
  return { id, number: start, statement: id, state: "spotted", version: 1, labelId: null, assigneeId: null, tags: [], evidenceCount: 0, anchors, ...given };
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
  can: { edit: true, mark: true, delete: true, export: true, exportDesk: true, exportConfidential: true },
};

function begin() {
  const store = new DocumentStore(document, null);
  store.arrive([claim("late", 90), claim("early", 10), claim("middle", 50)]);
  const heard = vi.fn();
  store.subscribe(heard);
  return { store, heard, ids: () => store.getData().claims.map(({ id }) => id) };
}

describe("the document as the page knows it", () => {
  it("knows at most the open claim until all have come, and takes them up once", () => {
    const store = new DocumentStore(document, claim("open", 50));
    expect(store.getData()).toMatchObject({ complete: false, claims: [{ id: "open" }] });
    store.put(claim("mine", 70));
    store.arrive([claim("open", 50), claim("early", 10)]);
    store.arrive([]);
    expect(store.getData().complete).toBe(true);
    expect(store.getData().claims.map(({ id }) => id)).toEqual(["early", "open", "mine"]);
  });

  it("has its claims in the order of the text, also after one was added, moved or taken away", () => {
    const { store, ids, heard } = begin();
    expect(ids()).toEqual(["early", "middle", "late"]);
    store.put(claim("new", 60));
    expect(ids()).toEqual(["early", "middle", "new", "late"]);
    store.put(claim("early", 95));
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
    store.put(claim("middle", 50, { statement: "Changed" }));
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
    store.take(claim("early", 30, { statement: "Changed" }), 2);
    expect(store.latest("early")).toMatchObject({ statement: "Changed", anchors: [{ start: 10 }] });
    store.take(claim("new", 60), 2, claim("new", 40).anchors);
    expect(store.latest("new")?.anchors).toMatchObject([{ start: 40 }]);
    expect(store.getData().newer).toBe(2);
    store.take(claim("late", 95), 1);
    expect(store.latest("late")?.anchors).toMatchObject([{ start: 95 }]);
  });

  it("drops an answer that may be older than what one did meanwhile", async () => {
    const { store, ids } = begin();
    const asked = store.refresh(() => Promise.resolve({ document, claims: [] }));
    store.put(claim("mine", 30));
    await asked;
    expect(ids()).toEqual(["early", "mine", "middle", "late"]);
  });
});
