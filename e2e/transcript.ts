import type { APIRequestContext } from "@playwright/test";

const THINGS = ["harbour", "library", "tram", "market", "bridge", "school", "theatre", "hospital", "museum", "airport"];
const WORK = ["was opened", "was rebuilt", "was sold"];
const SPEAKERS = ["MARLOW", "ODUYA"];

/** What is claimed in the turn of this number, from 0: no two claims share more than a few words. */
export function claimedIn(turn: number): string {
  const thing = THINGS[turn % THINGS.length] ?? "";
  const work = WORK[Math.floor(turn / THINGS.length) % WORK.length] ?? "";
  return `the ${thing} ${work} in ${String(1901 + turn * 3)} for ${String(12 + turn)} million crowns`;
}

/** A transcript of forty turns; each but the last ten holds a claim between two sentences. */
function transcript(): string {
  return Array.from({ length: 40 }, (_, turn) => {
    const speaker = SPEAKERS[turn % 2] ?? "";
    const opening = `Let me come to point ${String(turn + 1)} of the evening.`;
    const claim = turn < 30 ? ` As everybody here knows, ${claimedIn(turn)}, and nobody has said otherwise.` : " We have heard enough of it for one night.";
    return `[00:${String(turn).padStart(2, "0")}:10] ${speaker}: ${opening}${claim} So much for number ${String(turn + 1)}.`;
  }).join("\n\n");
}

/** A transcript with thirty claims, made through the API; answers the document's id. */
export async function correctable(api: APIRequestContext, title: string): Promise<string> {
  const source = { kind: "paste", text: transcript(), speakers: true };
  const { id } = await (await api.post("/api/v1/documents", { data: { title, kind: "transcript", source } })).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  for (let turn = 0; turn < 30; turn += 1) {
    const data = { revisionId: document.revision.id, fragments: [{ exact: claimedIn(turn) }] };
    const answer = await api.post(`/api/v1/documents/${id}/claims`, { data });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  return id;
}
