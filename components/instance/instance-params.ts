import { createLoader, createSerializer, parseAsInteger, parseAsString } from "nuqs/server";

/** What the address of the instance's page says about its list of people. */
export const instanceParams = { q: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) };

export const loadInstanceParams = createLoader(instanceParams);

const serialize = createSerializer(instanceParams);

/** The address of the page as asked. */
export function instanceHref(asked: { q: string; page: number }): string {
  return serialize("/instance", asked);
}
