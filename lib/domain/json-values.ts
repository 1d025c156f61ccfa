const [QUOTE, COMMA, BRACKET, BRACE] = [0x22, 0x2c, 0x5b, 0x7b];

/**
 * True when the JSON holds more than `max` values, counted without making any. What is short as text can be large as values: 80 MB of empty lists fill 1.7 GB,
 * and hold everything up for a minute.
 */
export function holdsMoreValues(json: string, max: number): boolean {
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(json, at);
    // Each value after the first stands behind one of these.
    else if (unit === COMMA || unit === BRACKET || unit === BRACE) values += 1;
    if (values > max) return true;
  }
  return false;
}

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end === -1 ? json.length : end;
}

function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json.charAt(first - 1) === "\\") first -= 1;
  return (at - first) % 2 === 1;
}
