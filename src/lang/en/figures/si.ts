import type { InSi } from '../../../document/layers.js'
import { readTsv } from '../tsv.js'

/** How a unit becomes an SI unit: times `factor`, plus `added`. */
export interface Conversion {
  readonly unit: string
  readonly factor: number
  readonly added: number
}

/** `5/9` is a quotient, so that a table can be exact. */
const numberOf = (cell: string): number => {
  const [over, under] = cell.split('/').map(Number)
  return under === undefined ? over! : over! / under
}

/** Conversions by the name of the unit. */
export const CONVERSIONS: ReadonlyMap<string, Conversion> = new Map(
  readTsv('units').flatMap(([name, , , , unit, factor, added]): [string, Conversion][] =>
    unit ? [[name!, { unit, factor: numberOf(factor!), added: added ? numberOf(added) : 0 }]] : [],
  ),
)
/** Conversions of units that differ by country, by `gallon US`. */
const VARIANTS: ReadonlyMap<string, Conversion> = new Map(
  readTsv('unit-variants').flatMap(([name, countries, unit, factor]) =>
    countries!
      .split('|')
      .map((country): [string, Conversion] => [`${name!} ${country}`, { unit: unit!, factor: numberOf(factor!), added: 0 }]),
  ),
)
/** Seconds of what a rate divides by; a month and a year have no fixed length. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
])

interface Written {
  readonly unit: string
  readonly per: string | null
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  /** By how much something changed: a rise of one degree Celsius is one kelvin. */
  readonly difference: boolean
}

/** A measure in SI units, its rate too where that has a fixed size; null where the unit has no conversion in an article from `country`. */
export function inSi({ unit, per, value, min, max, difference }: Written, country: string | null): InSi | null {
  const conversion = CONVERSIONS.get(unit) ?? (country ? VARIANTS.get(`${unit} ${country}`) : undefined)
  if (!conversion) return null
  const rate = per === null ? null : rateOf(per)
  const added = difference ? 0 : conversion.added
  const by = (amount: number | null): number | null =>
    amount === null ? null : Number(((amount * conversion.factor + added) / (rate?.size ?? 1)).toPrecision(12))
  return { unit: conversion.unit + (rate ? ` per ${rate.unit}` : ''), value: by(value), min: by(min), max: by(max) }
}

function rateOf(per: string): { readonly unit: string; readonly size: number } {
  const time = TIMES.get(per)
  if (time !== undefined) return { unit: 'second', size: time }
  const conversion = CONVERSIONS.get(per)
  return conversion ? { unit: conversion.unit, size: conversion.factor } : { unit: per, size: 1 }
}
