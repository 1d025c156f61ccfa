import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import { isolating, runsRightToLeft } from "./direction";
import { linked, partRuns, textRuns } from "./docx-runs";
import { bookmark, note as endnote, noteNumber, noteNumberAgain, run, type WordXml } from "./docx-xml";
import type { ReportEvidence } from "./report-claim";
import { archiveName, publishedLine } from "./words";

/** One source of the document, by the number of its endnote. */
interface Note {
  number: number;
  source: ReportEvidence["source"];
  /** Copies of it, by address. */
  archives: Map<string, ReportEvidence>;
}

/** The endnotes of a Word document: each source once, numbered in the order of use, as Word counts them. */
export class SourceNotes {
  private readonly notes = new Map<string, Note>();

  /** How many there are so far. */
  get count(): number {
    return this.notes.size;
  }

  /** The number that leads to the source: the note itself at its first use, a reference to its number at each later one. */
  numberOf(evidence: ReportEvidence): WordXml {
    const { source, archiveUrl } = evidence;
    const known = this.notes.get(source.id);
    const note = known ?? { number: this.notes.size + 1, source, archives: new Map<string, ReportEvidence>() };
    if (archiveUrl !== null) note.archives.set(archiveUrl, evidence);
    this.notes.set(source.id, note);
    const { number } = note;
    return known ? noteNumberAgain(number) : bookmark("source", number, [noteNumber(number)]);
  }

  /** As the document takes them. */
  endnotes(): WordXml[] {
    return [...this.notes.values()].map(noteOf);
  }
}

function noteOf({ number, source, archives }: Note): WordXml {
  const { title, url, type, primary } = source;
  const link = (address: string | null, words: string) => linked(address, textRuns(words, address === null ? {} : { style: "Hyperlink" }));
  const rightToLeft = runsRightToLeft(title);
  const facts = [...publishedLine(source), SOURCE_TYPE_NAMES[type], ...(primary ? ["primary source"] : [])];
  return endnote(
    number,
    [
      run(" "),
      ...link(url, isolating(rightToLeft)(title || url || "–")),
      run(" · "),
      ...partRuns(facts, " · ", rightToLeft),
      ...[...archives].flatMap(([address, evidence]) => [run(" · "), ...link(address, archiveName(evidence))]),
    ],
    { rightToLeft },
  );
}
