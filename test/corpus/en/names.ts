import type { EntityType } from '../../../src/document/layers.js'

/** A text, and every name that must be found in it, in text order: the words and their type. Other names must not be found. */
export interface NamesCase {
  readonly text: string
  readonly names: readonly (readonly [text: string, type: EntityType])[]
}

const c = (text: string, ...names: NamesCase['names'][number][]): NamesCase => ({ text, names })

/** Titles, articles and possessives stay outside; pairs come apart; what a name is follows from its words. */
export const NAMES: readonly NamesCase[] = [
  c('Prime Minister Elena Marchetti spoke in Lisbon on Friday.', ['Elena Marchetti', 'PERSON'], ['Lisbon', 'LOCATION']),
  c('The report was written by Dr. Samuel Okafor of Kano.', ['Samuel Okafor', 'PERSON'], ['Kano', 'LOCATION']),
  c("Norway's government rejected the offer.", ['Norway', 'LOCATION']),
  c('Talks between Han Seung-woo and Park Min-ji went on all night.', ['Han Seung-woo', 'PERSON'], ['Park Min-ji', 'PERSON']),
  c('Chung Ho min, a retired colonel, disagreed.', ['Chung Ho min', 'PERSON']),
  c(
    'German and Polish ministers met; the Italians stayed away.',
    ['German', 'NATIONALITY'],
    ['Polish', 'NATIONALITY'],
    ['Italians', 'NATIONALITY'],
  ),
  c('Muslim and Christian leaders signed the appeal.', ['Muslim', 'NATIONALITY'], ['Christian', 'NATIONALITY']),
  c(
    'She teaches at the Institute of Tropical Medicine in Antwerp.',
    ['Institute of Tropical Medicine', 'ORGANIZATION'],
    ['Antwerp', 'LOCATION'],
  ),
  c('He studied at Velden University before the war.', ['Velden University', 'ORGANIZATION']),
  c('A member of the United Nations Security Council abstained.', ['United Nations Security Council', 'ORGANIZATION']),
  c('The UN Security Council will vote on Monday.', ['UN Security Council', 'ORGANIZATION']),
  c('Divers searched the Drava River near Maribor.', ['Drava River', 'LOCATION'], ['Maribor', 'LOCATION']),
  c('The ceremony was held on Sarvik island.', ['Sarvik island', 'LOCATION']),
  c('Ships crossed the Black Sea to Odessa.', ['Black Sea', 'LOCATION'], ['Odessa', 'LOCATION']),
  c('Veterans of World War II gathered in Warsaw.', ['World War II', 'EVENT'], ['Warsaw', 'LOCATION']),
  c('The Paris Agreement was signed by France.', ['Paris Agreement', 'LAW'], ['France', 'LOCATION']),
  c('Analysts at the World Bank raised their forecast for Kenya.', ['World Bank', 'ORGANIZATION'], ['Kenya', 'LOCATION']),
  c('Reuters reported that the U.S. and China had agreed.', ['Reuters', 'ORGANIZATION'], ['U.S.', 'LOCATION'], ['China', 'LOCATION']),
  c('The Russia-Ukraine border was closed.', ['Russia', 'LOCATION'], ['Ukraine', 'LOCATION']),
  c(
    "Brussels' mayor welcomed Seoul's Hanseong University.",
    ['Brussels', 'LOCATION'],
    ['Seoul', 'LOCATION'],
    ['Hanseong University', 'ORGANIZATION'],
  ),
  c('Photo by Ingrid Solberg Facebook', ['Ingrid Solberg', 'PERSON'], ['Facebook', 'ORGANIZATION']),
  c('Shares of the Hong Kong - listed bank fell.', ['Hong Kong', 'LOCATION']),
  c('The study was paid for by Seoul.', ['Seoul', 'LOCATION']),
  c('The mine was shut, the Russian agency Interfax reported.', ['Russian', 'NATIONALITY'], ['Interfax', 'ORGANIZATION']),
  c('He told the Tass news agency so.', ['Tass', 'ORGANIZATION']),
  c('Maria Holt 44 has won twice.', ['Maria Holt', 'PERSON']),
  c('The daily Zarnik had reported it.', ['Zarnik', 'ORGANIZATION']),
  c('The Dutch brewer Heineken sold its plant.', ['Dutch', 'NATIONALITY'], ['Heineken', 'ORGANIZATION']),
  c('Velden Holdings Group sold three ships.', ['Velden Holdings Group', 'ORGANIZATION']),
  c('The dam cost US $13 billion, and Kenya paid.', ['Kenya', 'LOCATION']),
  c('Shola Velk, 31, was parking her car.', ['Shola Velk', 'PERSON']),
  c('Officials in the U. S. and the U. K. met.', ['U. S.', 'LOCATION'], ['U. K.', 'LOCATION']),
  c('Talks between Ingrid Solberg and Velkurn broke down.', ['Ingrid Solberg', 'PERSON'], ['Velkurn', 'PERSON']),
  c('The boat was steered by captain Peter Evans.', ['Peter Evans', 'PERSON']),
  c('Former US President Barack Obama visited Nairobi.', ['US', 'LOCATION'], ['Barack Obama', 'PERSON'], ['Nairobi', 'LOCATION']),
]

/** Capitals that are no names: the first word of a sentence, days, months, headings, offices. */
export const NEVER: readonly string[] = [
  'Talks resumed on Monday after a long break in December.',
  'The President said nothing. Officials declined to comment.',
  'However, prices rose. Meanwhile, wages fell.',
  'May was warm, and June was warmer.',
  'Police arrested two men. Doctors treated the wounded.',
  'Nobody knows why. They left at 5 PM on Tuesday.',
  'Tools for electronic design automation (EDA) are dear. Without EDA no chip is made.',
  'Cases of peripheral neuritis, or PN, are rare. PN hurts.',
  'Voters blame the Government and the Party for it.',
  'Flight BX 808 was late.',
  'kim and turkey in lower case, polish and march as words',
]
