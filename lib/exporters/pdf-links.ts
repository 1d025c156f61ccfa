/** A goal of links: its name, its page from 1, and points from the page's left and top. */
export type PdfGoal = readonly [name: string, page: number, left: number, top: number];

/** An A4 page, in points. */
const PAGE_HEIGHT = 841.89;
/** How much of what stands above the goal is shown, in points. */
const ABOVE = 10;
const LINK = Buffer.from("/S /URI\n    /URI (The ");

/** The name of a claim's fragment in the text, as goals and links have it; it is also what a reader hears of the link. */
export function fragmentName(claim: { number: number; fragments: readonly unknown[] }, fragment: number): string {
  return `The words of claim ${claim.number}${claim.fragments.length === 1 ? "" : `, part ${fragment + 1}`}`;
}

/**
 * Turns the addresses that name a goal into links within the file, and answers how many there were. Each takes exactly the room of the address, so that
 * nothing else in the file moves. Done here because the compiler sets paragraphs anew for the links that it looks up itself.
 */
export function linkWithin(pdf: Buffer, goals: readonly PdfGoal[]): number {
  const pages = pageObjects(pdf);
  const byName = new Map(goals.map((goal) => [goal[0], goal]));
  let count = 0;
  for (let at = pdf.indexOf(LINK); at !== -1; at = pdf.indexOf(LINK, at + LINK.length)) {
    const end = pdf.indexOf(")", at);
    const goal = byName.get(pdf.toString("latin1", at + LINK.indexOf("The "), end));
    const page = goal && pages[goal[1] - 1];
    if (!goal || page === undefined) continue;
    const [, , left, top] = goal;
    const action = `/S/GoTo/D[${page} 0 R/XYZ ${Math.round(left)} ${Math.round(PAGE_HEIGHT - Math.max(0, top - ABOVE))} 0]`;
    const room = end + 1 - at;
    if (action.length > room) throw new Error(`The name of a goal is too short for a link to it: ${goal[0]}.`);
    pdf.write(action.padEnd(room), at, "latin1");
    count += 1;
  }
  return count;
}

/** The numbers of the pages' objects, in the order of the pages; the compiler writes all pages into one list. */
function pageObjects(pdf: Buffer): string[] {
  const list = pdf.indexOf("/Kids [", pdf.indexOf("/Type /Pages")) + "/Kids [".length;
  return Array.from(pdf.toString("latin1", list, pdf.indexOf("]", list)).matchAll(/(\d+) 0 R/g), ([, number = ""]) => number);
}
