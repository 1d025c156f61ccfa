/** What a page is asked with. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value of the query string, the first when it is given more than once. */
export async function firstValue(params: SearchParams, name: string): Promise<string | undefined> {
  const value = (await params)[name];
  return Array.isArray(value) ? value[0] : value;
}
