const SAMPLE_LENGTH = 20_000;

/** Scripts that belong to one language, or nearly so; the later ones decide between languages that share a script. */
const SCRIPTS: readonly { language: string; letters: RegExp; narrower?: readonly { language: string; letters: RegExp }[] }[] = [
  {
    language: "ar",
    letters: /\p{Script=Arabic}/gu,
    narrower: [
      { language: "ur", letters: /[ٹڈڑےں]/g },
      { language: "fa", letters: /[پچژگی]/g },
    ],
  },
  { language: "he", letters: /\p{Script=Hebrew}/gu },
  { language: "ru", letters: /\p{Script=Cyrillic}/gu, narrower: [{ language: "uk", letters: /[іїєґ]/gi }] },
  { language: "el", letters: /\p{Script=Greek}/gu },
  { language: "hi", letters: /\p{Script=Devanagari}/gu },
  { language: "bn", letters: /\p{Script=Bengali}/gu },
  { language: "th", letters: /\p{Script=Thai}/gu },
  { language: "ko", letters: /\p{Script=Hangul}/gu },
  { language: "zh", letters: /\p{Script=Han}/gu },
];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Short words that are common in one language and rare in the others. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: "the and of to is was that with for it are this have not from",
  es: "el los las que una por con para del está pero como más fue y",
  fr: "le les des une est dans que pour qui pas sur avec plus cette et",
  de: "der die das und ist nicht mit den von ein eine auf für sich dem",
  pt: "os não uma para com que do da em mais foi como pelo ao são",
  it: "il che di per non una con sono della è gli nel anche del più",
  nl: "de het een van en niet met dat voor zijn op aan ook werd naar",
};
const WORDS = Object.entries(COMMON_WORDS).map(([language, words]) => ({ language, words: new Set(words.split(" ")) }));

/** A guess at the language of a text (BCP 47), from its script and its commonest words; "en" when there is nothing to go by. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = count(sample, /\p{L}/gu);
  if (count(sample, KANA) * 10 > letters) return "ja";
  for (const { language, letters: own, narrower = [] } of SCRIPTS) {
    const inScript = count(sample, own);
    if (inScript * 2 <= letters || inScript === 0) continue;
    return narrower.find((each) => count(sample, each.letters) * 50 > inScript)?.language ?? language;
  }
  return commonestLanguage(sample);
}

function commonestLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { language: "en", hits: 0 };
  for (const { language, words: common } of WORDS) {
    const hits = words.filter((word) => common.has(word)).length;
    if (hits > best.hits) best = { language, hits };
  }
  return best.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
