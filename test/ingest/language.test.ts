import { expect, it } from 'vitest'
import { identifyLanguage } from '../../src/ingest/language.js'
import { ingest } from '../../src/ingest/ingest.js'

const GERMAN =
  'Der Hafenmeister sagte am Dienstag, die Fähre habe wegen des Nebels drei Stunden Verspätung gehabt. Zwei Schulen blieben deshalb geschlossen, und der Stadtrat will im Mai darüber beraten.'
const ENGLISH =
  'The harbour master said on Tuesday that the ferry had been three hours late because of fog. Two schools stayed closed, and the council wants to discuss it in May.'

it.each([
  [ENGLISH, 'en'],
  [GERMAN, 'de'],
  [
    'El capitán dijo el martes que el barco había llegado tres horas tarde por la niebla. Dos escuelas cerraron y el ayuntamiento quiere hablar de ello.',
    'es',
  ],
  ['Капитан сказал во вторник, что паром опоздал.', 'ru'],
  ['船長は火曜日、霧のためフェリーが遅れたと述べた。', 'ja'],
])('%s → %s', (text, language) => {
  expect(identifyLanguage(text)).toBe(language)
})

it('counts short Latin script, signs alone and nothing as English', () => {
  expect(identifyLanguage('Der Hafenmeister sagte am Dienstag nichts.')).toBe('en')
  expect(identifyLanguage('12 + 34 = 46')).toBe('en')
  expect(identifyLanguage('')).toBe('en')
})

it('lets what is given win, and the page speak where the text is too short', () => {
  expect(ingest({ text: GERMAN, language: 'en-GB' }).meta.language).toBe('en')
  expect(identifyLanguage('Fähre verspätet', 'de')).toBe('de')
  expect(identifyLanguage(ENGLISH, 'de')).toBe('en')
})

it('reads the article, not what stands around it', () => {
  const form = 'This site uses cookies. By continuing to use it you accept this.\n\nShare this story on Facebook\n\n'
  expect(ingest({ text: form + GERMAN }).meta.language).toBe('de')
})
