/** A record without some of its members. */
export function without<Item extends object, Name extends keyof Item>(item: Item, ...names: readonly Name[]): Omit<Item, Name> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !(names as readonly string[]).includes(name))) as never
}

/** A record without the members that are undefined. */
export function defined<Item extends object>(item: Item): { [Name in keyof Item]?: Exclude<Item[Name], undefined> } {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as never
}
