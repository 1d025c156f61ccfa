import { wordsOfHtml } from "./clean-foreign";
import { isThing, listOf, textOf, thingsOf, type Thing } from "./json";

/** What a textual body says: HTML without its tags, and the words of an editor's list of insertions (Recogito Studio keeps its comments so). */
export function noteOf(body: Thing): string {
  const value = textOf(body["value"]) || textOf(body["chars"]);
  const format = textOf(body["format"]);
  if (format === "text/html") return wordsOfHtml(value);
  return format === "Quill" ? insertedWords(value) : value;
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
