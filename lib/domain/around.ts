/** The last words of a text, at most so many units, with a sign that it begins before; scripts without spaces are cut anywhere. */
export function lastWords(text: string, most: number): string {
  return text.length <= most ? text : `… ${text.slice(-most).replace(/^(?:\S{1,30}\s+|\s+)/, "")}`;
}

/** The first words of a text, at most so many units, with a sign that it goes on. */
export function firstWords(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S{1,30}$/, "")} …`;
}
