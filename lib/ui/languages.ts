/** Languages that desks often bring in, by BCP 47 tag; any other tag may be written. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  en: "English",
  ar: "Arabic",
  bg: "Bulgarian",
  bn: "Bengali",
  cs: "Czech",
  da: "Danish",
  de: "German",
  el: "Greek",
  es: "Spanish",
  et: "Estonian",
  fa: "Persian",
  fi: "Finnish",
  fr: "French",
  he: "Hebrew",
  hi: "Hindi",
  hr: "Croatian",
  hu: "Hungarian",
  id: "Indonesian",
  it: "Italian",
  ja: "Japanese",
  ko: "Korean",
  lt: "Lithuanian",
  lv: "Latvian",
  nl: "Dutch",
  no: "Norwegian",
  pl: "Polish",
  pt: "Portuguese",
  ro: "Romanian",
  ru: "Russian",
  sk: "Slovak",
  sr: "Serbian",
  sv: "Swedish",
  sw: "Swahili",
  th: "Thai",
  tr: "Turkish",
  uk: "Ukrainian",
  ur: "Urdu",
  vi: "Vietnamese",
  zh: "Chinese",
};

/** "pt-BR" → "Portuguese (BR)"; a tag that is not in the list stays as it is. */
export function languageName(tag: string): string {
  const [language = "", ...rest] = tag.split("-");
  const name = LANGUAGES[language.toLowerCase()];
  if (!name) return tag;
  return rest.length === 0 ? name : `${name} (${rest.join("-")})`;
}
