import type { IStylesOptions } from "docx";

const SERIF = "Georgia";
const SANS = "Arial";
const GREY = "57524A";

/** Named styles, so that an editor changes the looks of all checks at once. */
export function docxStyles(language: string, rtl: boolean): IStylesOptions {
  const small = { font: SANS, size: 17, color: GREY };
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language: rtl ? { value: "en-GB", bidirectional: language } : { value: language } },
        paragraph: { spacing: { after: 160, line: 300, lineRule: "auto" } },
      },
      title: { run: { font: SERIF, size: 48, bold: true }, paragraph: { spacing: { after: 160, line: 264, lineRule: "auto" } } },
      heading1: { run: { font: SERIF, size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
      heading2: { run: { font: SERIF, size: 24, bold: true }, paragraph: { spacing: { after: 80 }, keepNext: true } },
      heading3: { run: { font: SERIF, size: 22, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      hyperlink: { run: { color: "2B4C7E", underline: { type: "single" } } },
    },
    characterStyles: [{ id: "Code", name: "Code", run: { font: "Courier New", size: 19 } }],
    paragraphStyles: [
      { id: "Quote", name: "Quote", basedOn: "Normal", run: { color: GREY }, paragraph: { indent: { start: 360 }, spacing: { after: 120 } } },
      { id: "Preformatted", name: "Preformatted", basedOn: "Normal", run: { font: "Courier New", size: 19 }, paragraph: { spacing: { line: 260 } } },
      { id: "Speaker", name: "Speaker", basedOn: "Normal", run: { font: SANS, size: 18, bold: true }, paragraph: { spacing: { after: 20 }, keepNext: true } },
      { id: "Small", name: "Small", basedOn: "Normal", run: small, paragraph: { spacing: { after: 80 } } },
      { id: "Summary", name: "Summary", basedOn: "Normal", run: { bold: true }, paragraph: { spacing: { after: 80 } } },
      {
        id: "Source",
        name: "Source",
        basedOn: "Normal",
        run: { size: 20 },
        paragraph: { spacing: { before: 80, after: 20 }, indent: { start: 240 }, keepNext: true },
      },
      { id: "SourceLine", name: "Source line", basedOn: "Normal", run: small, paragraph: { spacing: { after: 80 }, indent: { start: 240 } } },
      {
        id: "Verdict",
        name: "Verdict",
        basedOn: "Normal",
        run: { font: SANS, size: 20 },
        paragraph: { spacing: { before: 360, after: 40 }, border: { top: { style: "single", size: 4, color: "D3CEC3", space: 8 } }, keepNext: true },
      },
    ],
  };
}
