import { createLoader, createSerializer, parseAsInteger, parseAsString } from "nuqs/server";

/** What the address of the source library says, for the server that reads it and the page that changes it. */
export const sourceParams = { q: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) };

export const loadSourceParams = createLoader(sourceParams);

const serialize = createSerializer(sourceParams);

/** The address of the library as asked. */
export function sourcesHref(asked: { q: string; page: number }): string {
  return serialize("/sources", asked);
}
