import { expect, test } from 'vitest'
import { cityRows } from '../../src/extract/entities/training/gazetteers/cities.js'
import { countryRows, type Country } from '../../src/extract/entities/training/gazetteers/countries.js'
import { demonymRows } from '../../src/extract/entities/training/gazetteers/demonyms.js'
import { regionRows } from '../../src/extract/entities/training/gazetteers/regions.js'

test('cities come largest first, of equal names the largest; then names without accents', () => {
  const cities = [
    { name: 'Springfield', country: 'US', population: 40_000 },
    { name: 'Hamlet', country: 'GB', population: 39_999 },
    { name: 'Łęczna', country: 'PL', population: 50_000 },
    { name: 'Xi’an', country: 'CN', population: 7_000_000 },
    { name: 'Springfield', country: 'CA', population: 60_000 },
    { name: 'Tromsø', country: 'NO', population: 70_000 },
    { name: 'Halle (Saale)', country: 'DE', population: 230_000 },
    { name: 'Marseille 13', country: 'FR', population: 90_000 },
  ]
  expect(cityRows(cities, new Set(), [])).toEqual([
    ["Xi'an", 'CN'],
    ['Tromsø', 'NO'],
    ['Springfield', 'CA'],
    ['Łęczna', 'PL'],
    ['Tromso', 'NO'],
    ['Łeczna', 'PL'],
  ])
})

test('a city that is called as a person is marked, unless by hand', () => {
  const cities = ['Austin', 'Paris', 'Reading', 'Oslo'].map((name) => ({ name, country: '', population: 1e6 }))
  const byHand = [
    ['Reading', 'w'],
    ['Paris', '-'],
  ]
  const marked = cityRows(cities, new Set(['Austin', 'Paris']), byHand).filter(([, , mark]) => mark === 'w')
  expect(marked.map(([name]) => name)).toEqual(['Austin', 'Reading'])
})

test('regions lose the word for what they are; by hand come more, other countries, and some go', () => {
  const regions = [
    { code: 'RU.77', name: 'Tver Oblast' },
    { code: 'AR.21', name: 'San Juan' },
    { code: 'PK.04', name: 'Punjab' },
    { code: 'IN.23', name: 'Punjab' },
    { code: 'TN.14', name: 'Kef Governorate' },
    { code: 'CM.14', name: 'South' },
    { code: 'CH.26', name: 'Zug' },
    { code: 'AD.02', name: 'Canillo' },
    { code: 'VN.20', name: 'Ho Chi Minh City (HCMC)' },
  ]
  const byHand = [
    ['Punjab', ''],
    ['Baltics', ''],
    ['South', '-'],
  ]
  expect(regionRows(regions, byHand)).toEqual([
    ['Baltics', ''],
    ['Kef', 'TN'],
    ['Punjab', ''],
    ['San Juan', 'AR'],
    ['Tver', 'RU'],
  ])
})

const country = (cca2: string, common: string, official: string, more: Partial<Country>): Country => ({
  cca2,
  name: { common, official },
  altSpellings: [],
  capital: [],
  independent: true,
  demonyms: {},
  ...more,
})

test('countries have their other names in Western letters; a row by hand stands in place', () => {
  const countries = [
    country('XA', 'Aland', 'The Republic of Aland', {
      altSpellings: ['XA', 'Aland', 'Åland', 'Aland, Republic of', 'Аланд', 'Alạnd'],
      capital: ['Łódź', 'Chișinău'],
    }),
    country('XB', 'Beland', 'Beland', { independent: false }),
    country('XC', 'Celand', 'Celand', {}),
  ]
  const byHand = [
    ['XB', 'Beland', 'The B.', 'Bee', 'territory'],
    ['XD', 'Deland', '', '', 'former'],
  ]
  expect(countryRows(countries, byHand)).toEqual([
    ['XA', 'Aland', 'Republic of Aland;Åland', 'Łódź', 'state'],
    ['XB', 'Beland', 'The B.', 'Bee', 'territory'],
    ['XC', 'Celand', '', '', 'state'],
    ['XD', 'Deland', '', '', 'former'],
  ])
})

test('words for peoples have regular plurals, and are of a state before a territory', () => {
  const called = (m: string, f = m): Partial<Country> => ({ demonyms: { eng: { m, f } } })
  const countries = [
    country('XT', 'Territory', 'Territory', { ...called('Aladian'), independent: false }),
    country('XA', 'Aland', 'Aland', called('Aladian')),
    country('XB', 'Beland', 'Beland', called('Filipino', 'Filipina')),
    country('XC', 'Celand', 'Celand', called('German')),
    country('XD', 'Deland', 'Deland', called('Kittitian or Nevisian')),
    country('XE', 'Eland', 'Eland', {}),
  ]
  expect(
    demonymRows(countries, [
      ['Germans', 'XC'],
      ['Zulu', ''],
    ]),
  ).toEqual([
    ['Aladian', 'XA'],
    ['Aladians', 'XA'],
    ['Filipina', 'XB'],
    ['Filipino', 'XB'],
    ['German', 'XC'],
    ['Germans', 'XC'],
    ['Zulu', ''],
  ])
})
