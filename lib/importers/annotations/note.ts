import { wordsOfHtml } from "./clean-foreign";
import { isThing, listOf, nameOf, textOf, thingsOf, type Thing } from "./json";

/** What a textual body says: HTML without its tags, and the words of an editor's list of insertions (Recogito Studio keeps its comments so). */
export function noteOf(body: Thing): string {
  const value = textOf(body["value"]) || textOf(body["chars"]);
  const format = textOf(body["format"]);
  if (format === "text/html") return wordsOfHtml(value);
  return format === "Quill" ? insertedWords(value) : value;
}

/** What a tag is called: the label of a term of a vocabulary, which Recogito Studio writes as JSON, or the words. */
export function tagOf(value: string): string {
  if (!value.startsWith("{")) return value;
  try {
    return nameOf(JSON.parse(value)) || value;
  } catch {
    return value;
  }
}

function insertedWords(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    const operations = isThing(parsed) ? parsed["ops"] : parsed;
    const words = thingsOf(operations).map((operation) =>
      listOf(operation["insert"])
        .filter((each) => typeof each === "string")
        .join(""),
    );
    return words.join("").trim();
  } catch {
    return value;
  }
}
