/** A file of claims, or what was pasted, as the page shows it and as the API takes it. */
export interface ClaimsSource {
  name: string;
  /** Bytes. */
  size: number;
  body: { kind: "paste"; text: string } | { kind: "file"; name: string; dataBase64: string };
}

/** What was pasted, as a source. */
export function pastedSource(text: string): ClaimsSource {
  return { name: "Pasted", size: new Blob([text]).size, body: { kind: "paste", text } };
}
