type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that were given: Prisma refuses `undefined`, and so do exact optional properties. */
export function defined<T extends object>(fields: T): Defined<T> {
  // Narrowing: entries with `undefined` are gone, which Object.fromEntries cannot tell.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
