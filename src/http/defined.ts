/** A record without the members that are undefined. */
export function defined<Item extends object>(item: Item): { [Name in keyof Item]?: Exclude<Item[Name], undefined> } {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as never
}
