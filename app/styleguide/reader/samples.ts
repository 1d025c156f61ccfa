import type { ReaderClaim } from "@/components/reader/types";
import type { HighlightTone } from "@/lib/domain/scale";
import type { Block, BlockType, Mark } from "@/lib/domain/text";

export interface Sample {
  title: string;
  lang: string;
  dir: "ltr" | "rtl";
  text: string;
  blocks: Block[];
  claims: ReaderClaim[];
}

interface Draft {
  type?: BlockType;
  text: string;
  level?: number;
  speaker?: string;
  time?: string;
  marks?: { type: Mark["type"]; words: string; href?: string }[];
}

function compose(drafts: readonly Draft[]): { text: string; blocks: Block[] } {
  let text = "";
  const blocks = drafts.map(({ type = "paragraph", text: own, marks = [], ...rest }): Block => {
    const start = text === "" ? 0 : text.length + 2;
    text = text === "" ? own : `${text}\n\n${own}`;
    const placed = marks.map(({ words, ...mark }): Mark => ({ ...mark, start: start + own.indexOf(words), end: start + own.indexOf(words) + words.length }));
    return { ...rest, type, start, end: start + own.length, marks: placed };
  });
  return { text, blocks };
}

function claim(text: string, number: number, tone: HighlightTone, statement: string, ...quotes: string[]): ReaderClaim {
  const fragments = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
  return { id: `claim-${number}`, number, tone, statement, fragments };
}

const REPORT = compose([
  { type: "heading", level: 1, text: "A bridge and its promises" },
  {
    text: "The new bridge is roughly seven hundred metres long, and the council met its engineers for the first time on the opening morning. A brochure calls it the longest of its kind.",
    marks: [{ type: "link", words: "brochure calls it the longest", href: "https://example.org/brochure" }],
  },
  {
    text: "A working group for six towns had existed once. Those talks, which brought mayors and two ministries around one table and were meant to share the costs, fell apart a decade ago when the northern delegation walked out. Since then, officials concede, the bill has only grown.",
    marks: [{ type: "emphasis", words: "mayors and two ministries" }],
  },
  { type: "heading", level: 2, text: "What was said" },
  { type: "quote", text: "We all have to think about this together,\nand we have to do it before the winter." },
  {
    type: "turn",
    speaker: "Ines Marković",
    time: "00:12:31",
    text: "The private conversation lasted almost two hours. Every toll will be lifted within the year, and I can promise you that.",
    marks: [{ type: "strong", words: "lifted within the year" }],
  },
  {
    type: "turn",
    speaker: "Moderator",
    time: "00:13:02",
    text: "Thank you. The contract was signed in 1953, and a pledge on paper would satisfy nobody 👩‍👧 today.",
  },
  { type: "list_item", text: "The first span carries trains." },
  { type: "list_item", text: "The second span carries cars, and nothing else." },
  { type: "preformatted", text: "year   crossings\n2019      12,400\n2020       9,100" },
  { type: "heading", level: 3, text: "What comes next" },
  {
    text: "Back in the south, commuters watched the ceremony on station screens. Fewer than before stopped to look, said a guard who has worked there since the line was laid.",
  },
]);

const ARABIC = compose([
  { type: "heading", level: 1, text: "سفينة في القناة" },
  { text: "جنحت السفينة في القناة صباح يوم الثلاثاء، وبلغ طولها نحو أربعمئة متر، فتوقفت الملاحة ستة أيام كاملة." },
  { type: "turn", speaker: "المذيعة", time: "00:01:10", text: "قيل إن ثلث تجارة العالم يمر من هنا (Suez 2021)، فهل هذا صحيح؟" },
  { text: "أجاب الخبير أن النسبة أقرب إلى اثني عشر في المئة، وأن الخسائر قدّرت بمليارات الدولارات." },
]);

export const SAMPLES: Record<string, Sample> = {
  report: {
    title: "A bridge and its promises",
    lang: "en",
    dir: "ltr",
    ...REPORT,
    claims: [
      claim(REPORT.text, 1, "mostly-true", "The bridge is about 700 m long.", "roughly seven hundred metres"),
      claim(REPORT.text, 2, "true", "Council and engineers had not met before.", "met its engineers for the first time"),
      claim(REPORT.text, 3, "off", "It is the longest of its kind.", "A brochure calls it the longest of its kind"),
      claim(REPORT.text, 4, "half", "The six-town talks ended ten years ago.", "talks", "fell apart a decade ago"),
      claim(REPORT.text, 5, "open", "The northern delegation left.", "the northern delegation walked out"),
      claim(REPORT.text, 6, "true", "The bill has grown.", "the bill has only grown"),
      claim(REPORT.text, 7, "mostly-false", "It has never fallen.", "has only grown"),
      claim(REPORT.text, 8, "false", "All tolls end within a year.", "Every toll will be lifted within the year"),
      claim(REPORT.text, 9, "true", "The contract is of 1953.", "in 1953"),
      claim(REPORT.text, 10, "skipped", "People want more than a pledge.", "a pledge on paper would satisfy nobody"),
      claim(REPORT.text, 11, "half", "Both spans are in use.", "The first span carries trains.\n\nThe second span carries cars"),
    ],
  },
  arabic: {
    title: "سفينة في القناة",
    lang: "ar",
    dir: "rtl",
    ...ARABIC,
    claims: [
      claim(ARABIC.text, 1, "true", "طول السفينة نحو أربعمئة متر.", "وبلغ طولها نحو أربعمئة متر"),
      claim(ARABIC.text, 2, "mostly-true", "توقفت الملاحة ستة أيام.", "فتوقفت الملاحة ستة أيام"),
      claim(ARABIC.text, 3, "false", "ثلث تجارة العالم يمر من القناة.", "ثلث تجارة العالم يمر من هنا (Suez 2021)"),
      claim(ARABIC.text, 4, "half", "الخسائر بالمليارات.", "الخسائر", "بمليارات الدولارات"),
    ],
  },
};

const TONES: readonly HighlightTone[] = ["true", "mostly-true", "half", "mostly-false", "false", "off", "open", "skipped"];
const WORDS = "the council report says that every river town has paid its share of the new bridge since winter and nobody asked for a receipt until now".split(
  " ",
);

/** A long text with evenly spread claims, every seventh one overlapping the one before. The same for the same numbers. */
export function largeSample(words: number, count: number): Sample {
  const perBlock = 66;
  const drafts = Array.from({ length: Math.ceil(words / perBlock) }, (_, block): Draft => {
    if (block % 40 === 0) return { type: "heading", level: 2, text: `Part ${block / 40 + 1}` };
    return { text: Array.from({ length: perBlock }, (__, word) => WORDS[(block * 7 + word * (1 + (block % 5))) % WORDS.length]).join(" ") };
  });
  const { text, blocks } = compose(drafts);
  const step = text.length / count;
  const claims = Array.from({ length: count }, (_, index): ReaderClaim => {
    const start = Math.floor(index % 7 === 6 ? (index - 1) * step + 10 : index * step);
    const fragments = [{ start, end: Math.min(text.length, start + 36) }];
    return { id: `claim-${index + 1}`, number: index + 1, tone: TONES[index % TONES.length] ?? "open", statement: `Statement ${index + 1}`, fragments };
  });
  return { title: "A long text", lang: "en", dir: "ltr", text, blocks, claims };
}
