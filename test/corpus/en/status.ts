import type { Certainty, Polarity } from '../../../src/document/layers.js'

/** A sentence whose trigger stands in double brackets, what it says of the trigger, and words among those that say so (none where plain). */
export type Case = readonly [sentence: string, status: Certainty, polarity: Polarity, ...cues: readonly string[]]

/** The same event said in ways that must be told apart; none of them says that it happened. */
export const TOLD_APART: readonly Case[] = [
  ['The two presidents may [[meet]] in Geneva.', 'possible', 'affirmed', 'may'],
  ['The two presidents reportedly [[met]] in Geneva.', 'reported', 'affirmed', 'reportedly'],
  ['The president denied [[meeting]] the banker in Geneva.', 'asserted', 'negated', 'denied'],
  ['The president did not deny [[meeting]] the banker in Geneva.', 'asserted', 'unknown', 'not', 'deny'],
  ['There is no evidence of a [[meeting]] in Geneva.', 'asserted', 'negated', 'no', 'evidence'],
]

/** Hearsay of nobody in particular. */
export const REPORTED: readonly Case[] = [
  ['The general allegedly [[ordered]] the strike.', 'reported', 'affirmed', 'allegedly'],
  ['The suspect apparently [[fled]] through a window.', 'reported', 'affirmed', 'apparently'],
  ['The clerk is alleged to have [[stolen]] the files.', 'reported', 'affirmed', 'alleged'],
  ['The singer is said to have [[bought]] the castle.', 'reported', 'affirmed', 'said'],
  ['The two firms are rumoured to be [[discussing]] a merger.', 'reported', 'affirmed', 'rumoured'],
  ['The commander was reported to have [[escaped]] across the border.', 'reported', 'affirmed', 'reported'],
  ['Investigators questioned two men about the alleged [[attack]].', 'reported', 'affirmed', 'alleged'],
  ['Diplomats played down the rumoured [[visit]].', 'reported', 'affirmed', 'rumoured'],
  ['There were reports of a [[shooting]] near the harbour.', 'reported', 'affirmed', 'reports'],
  ['Rumours of a [[merger]] lifted the shares.', 'reported', 'affirmed', 'Rumours'],
  ['The union repeated allegations of [[fraud]] at the plant.', 'reported', 'affirmed', 'allegations'],
  ['The hackers supposedly [[copied]] the archive.', 'reported', 'affirmed', 'supposedly'],
  ['He was accused of [[bribing]] a judge.', 'reported', 'affirmed', 'accused'],
  ['The unconfirmed [[resignation]] unsettled markets.', 'reported', 'affirmed', 'unconfirmed'],
  ['The prosecutor alleged that the banker [[hid]] the money.', 'reported', 'affirmed', 'alleged'],
]

/** What a party means to do itself, and what the article says will be. */
export const PLANNED: readonly Case[] = [
  ['The airline plans to [[open]] a route to Lima.', 'planned', 'affirmed', 'plans'],
  ['The court will [[hear]] the appeal on Tuesday.', 'planned', 'affirmed', 'will'],
  ['The trial is scheduled to [[begin]] in May.', 'planned', 'affirmed', 'scheduled'],
  ['The minister is due to [[arrive]] in Oslo tonight.', 'planned', 'affirmed', 'due'],
  ['The brewery intends to [[sell]] its plant.', 'planned', 'affirmed', 'intends'],
  ['The mayor vowed to [[rebuild]] the bridge.', 'planned', 'affirmed', 'vowed'],
  ['The envoy promised to [[return]] in autumn.', 'planned', 'affirmed', 'promised'],
  ['The cabinet has decided to [[close]] the border.', 'planned', 'affirmed', 'decided'],
  ['The sides agreed to [[exchange]] prisoners.', 'planned', 'affirmed', 'agreed'],
  ['The bank announced a plan to [[cut]] 900 posts.', 'planned', 'affirmed', 'plan'],
  ['Carmaker to [[shut]] two plants in Wales', 'planned', 'affirmed', 'to'],
  ['The ministers are to [[meet]] in Vienna next week.', 'planned', 'affirmed', 'to'],
  ['The aim is to [[end]] the blockade.', 'planned', 'affirmed', 'to'],
  ['The club is going to [[appeal]] the ruling.', 'planned', 'affirmed', 'going'],
  ['Protesters condemned the planned [[visit]] of the premier.', 'planned', 'affirmed', 'planned'],
  ['Voters are preparing for the upcoming [[election]].', 'planned', 'affirmed', 'preparing'],
  ['The company plans a [[sale]] of its mobile arm.', 'planned', 'affirmed', 'plans'],
  ['The king scheduled a [[speech]] for Friday.', 'planned', 'affirmed', 'scheduled'],
  ['Plans for a [[merger]] were published on Monday.', 'planned', 'affirmed', 'Plans'],
  ['The spokesman said he would [[resign]] in June.', 'planned', 'affirmed', 'would'],
  ['"We will [[publish]] the list tomorrow," the minister said.', 'planned', 'affirmed', 'will'],
  ['The firm won a contract to [[supply]] trams to the city.', 'planned', 'affirmed', 'to'],
  ['The bank cut rates to [[boost]] lending.', 'planned', 'affirmed', 'to'],
  ['The guild pledged to [[pay]] the fines.', 'planned', 'affirmed', 'pledged'],
  ['Her decision to [[leave]] the party surprised friends.', 'planned', 'affirmed', 'decision'],
]

/** What others see coming. */
export const EXPECTED: readonly Case[] = [
  ['The premier is expected to [[announce]] new sanctions.', 'expected', 'affirmed', 'expected'],
  ['Analysts say the central bank will [[raise]] rates in March.', 'expected', 'affirmed', 'will'],
  ['The report should [[appear]] in June.', 'expected', 'affirmed', 'should'],
  ['The measure is likely to [[pass]].', 'expected', 'affirmed', 'likely'],
  ['The storm will probably [[reach]] the coast on Sunday.', 'expected', 'affirmed', 'probably'],
  ['Economists forecast a [[recession]] next year.', 'expected', 'affirmed', 'forecast'],
  ['The agency predicted that prices would [[fall]].', 'expected', 'affirmed', 'predicted'],
  ['The incumbent is poised to [[win]] a third term.', 'expected', 'affirmed', 'poised'],
  ['Traders expect a [[rise]] in rates.', 'expected', 'affirmed', 'expect'],
  ['Residents fled before the imminent [[attack]].', 'expected', 'affirmed', 'imminent'],
  ['"The president will [[sign]] the treaty," the analyst said.', 'expected', 'affirmed', 'will'],
  ['A lawyer said the judge would [[rule]] in autumn.', 'expected', 'affirmed', 'would'],
  ['The expected [[announcement]] lifted the shares.', 'expected', 'affirmed', 'expected'],
  ['Drivers must [[pay]] a toll from January.', 'expected', 'affirmed', 'must'],
  ['The parties have to [[agree]] on a budget.', 'expected', 'affirmed', 'have'],
  ['A [[truce]] is likely.', 'expected', 'affirmed', 'likely'],
]

/** What may be: modals, wishes, attempts, offers, fears. */
export const POSSIBLE: readonly Case[] = [
  ['The talks could [[collapse]] within days.', 'possible', 'affirmed', 'could'],
  ['The union might [[strike]] over pay.', 'possible', 'affirmed', 'might'],
  ['Perhaps the minister [[resigned]] too late.', 'possible', 'affirmed', 'Perhaps'],
  ['The envoy hopes to [[visit]] the camp.', 'possible', 'affirmed', 'hopes'],
  ['The rebels want to [[control]] the port.', 'possible', 'affirmed', 'want'],
  ['The firm is considering [[moving]] its headquarters.', 'possible', 'affirmed', 'considering'],
  ['Both sides spoke of a possible [[deal]].', 'possible', 'affirmed', 'possible'],
  ['The opposition called for an [[inquiry]].', 'possible', 'affirmed', 'called'],
  ['The regime threatened to [[close]] the strait.', 'possible', 'affirmed', 'threatened'],
  ['Officials raised the possibility of a [[ceasefire]].', 'possible', 'affirmed', 'possibility'],
  ['The villagers feared an [[attack]].', 'possible', 'affirmed', 'feared'],
  ['The rider tried to [[overtake]] the leader.', 'possible', 'affirmed', 'tried'],
  ['The council proposed a [[ban]] on fireworks.', 'possible', 'affirmed', 'proposed'],
  ['Hopes for a [[truce]] faded at dusk.', 'possible', 'affirmed', 'Hopes'],
  ['Lawmakers urged the bank to [[lower]] its fees.', 'possible', 'affirmed', 'urged'],
  ['The tycoon offered to [[buy]] the newspaper.', 'possible', 'affirmed', 'offered'],
  ['Police believe that the gang [[left]] the country.', 'possible', 'affirmed', 'believe'],
  ['The duke seems to have [[lost]] interest.', 'possible', 'affirmed', 'seems'],
  ['The potential [[merger]] worries the unions.', 'possible', 'affirmed', 'potential'],
  ['The miners sought a [[meeting]] with the minister.', 'possible', 'affirmed', 'sought'],
  ['The risk of an [[eruption]] has grown.', 'possible', 'affirmed', 'risk'],
  ['The actor is possibly [[living]] in Peru.', 'possible', 'affirmed', 'possibly'],
  ['The threat of a [[strike]] hangs over the railway.', 'possible', 'affirmed', 'threat'],
  ['They invited the patriarch to [[speak]].', 'possible', 'affirmed', 'invited'],
  ['The army suspects a [[coup]].', 'possible', 'affirmed', 'suspects'],
]

/** What is doubted. */
export const UNLIKELY: readonly Case[] = [
  ['The senate is unlikely to [[approve]] the treaty.', 'unlikely', 'affirmed', 'unlikely'],
  ['It is unlikely that the sides will [[agree]].', 'unlikely', 'affirmed', 'unlikely'],
  ['Experts doubt that the dam will [[hold]].', 'unlikely', 'affirmed', 'doubt'],
  ['A [[deal]] is unlikely before Easter.', 'unlikely', 'affirmed', 'unlikely'],
  ['The striker is not likely to [[play]] on Saturday.', 'unlikely', 'affirmed', 'not', 'likely'],
  ['It is doubtful that the ship [[hit]] a mine.', 'unlikely', 'affirmed', 'doubtful'],
  ['The bank is reluctant to [[lend]] more.', 'unlikely', 'affirmed', 'reluctant'],
]

/** What depends on something. */
export const CONDITIONAL: readonly Case[] = [
  ['If the talks [[fail]], prices will rise.', 'conditional', 'affirmed', 'If'],
  ['If the talks fail, prices will [[rise]].', 'conditional', 'affirmed', 'will', 'If'],
  ['Such a deal would [[cost]] billions.', 'conditional', 'affirmed', 'would'],
  ['The union will [[strike]] unless wages go up.', 'conditional', 'affirmed', 'unless'],
  ['The ship sails on Monday unless the storm [[returns]].', 'conditional', 'affirmed', 'unless'],
  ['The visit would [[mark]] a turning point.', 'conditional', 'affirmed', 'would'],
  ['The club could [[sell]] him if a buyer came.', 'conditional', 'affirmed', 'could', 'if'],
  ['"The aim would [[be]] to show strength," the scholar said.', 'conditional', 'affirmed', 'would'],
  ['We would [[leave]] the union, the leader warned, if the law passed.', 'conditional', 'affirmed', 'would'],
]

/** What is asked. */
export const QUESTIONED: readonly Case[] = [
  ['Did the minister [[resign]]?', 'questioned', 'affirmed', '?'],
  ['"Will they [[meet]] again?" he asked.', 'questioned', 'affirmed', '?'],
  ['It is unclear whether the hostages [[escaped]].', 'questioned', 'affirmed', 'unclear'],
  ['Police are investigating whether the driver [[was]] asleep.', 'questioned', 'affirmed', 'whether'],
  ['Reporters asked if the prince [[knew]] the plan.', 'questioned', 'affirmed', 'if'],
  ['Has the army [[lost]] the city?', 'questioned', 'affirmed', '?'],
  ['Who [[killed]] the banker?', 'questioned', 'affirmed', '?'],
  ['The court must decide whether the state [[owes]] damages.', 'questioned', 'affirmed', 'whether'],
  ['It is not clear that the missile [[hit]] its target.', 'questioned', 'affirmed', 'not', 'clear'],
  ['Observers wondered whether the vote [[was]] fair.', 'questioned', 'affirmed', 'wondered'],
]

/** What did not happen. */
export const NEGATED: readonly Case[] = [
  ['The ministry did not [[publish]] the figures.', 'asserted', 'negated', 'not'],
  ["The guards didn't [[stop]] the crowd.", 'asserted', 'negated', "n't"],
  ['The heir never [[visited]] the estate.', 'asserted', 'negated', 'never'],
  ['Neither the mayor nor his deputy [[signed]] the letter.', 'asserted', 'negated', 'nor'],
  ['No one was [[hurt]] in the blast.', 'asserted', 'negated', 'No'],
  ['Nobody [[survived]] the crash.', 'asserted', 'negated', 'Nobody'],
  ['The sides signed no [[agreement]].', 'asserted', 'negated', 'no'],
  ['The ministry denied a [[meeting]] with the rebels.', 'asserted', 'negated', 'denied'],
  ['The king denied that he [[sold]] the land.', 'asserted', 'negated', 'denied'],
  ['The police failed to [[find]] the weapon.', 'asserted', 'negated', 'failed'],
  ['The witness refused to [[testify]].', 'asserted', 'negated', 'refused'],
  ['The bank declined to [[comment]].', 'asserted', 'negated', 'declined'],
  ['The premier stopped short of [[blaming]] the army.', 'asserted', 'negated', 'of'],
  ['The leaders left without [[signing]] a statement.', 'asserted', 'negated', 'without'],
  ['The summit ended without a [[deal]].', 'asserted', 'negated', 'without'],
  ['The talks ended with no [[agreement]].', 'asserted', 'negated', 'no'],
  ['The organisers cancelled the [[festival]].', 'asserted', 'negated', 'cancelled'],
  ['The [[summit]] was cancelled on Sunday.', 'asserted', 'negated', 'cancelled'],
  ['The White House called off the [[visit]].', 'asserted', 'negated', 'called'],
  ['Troops prevented an [[attack]] on the base.', 'asserted', 'negated', 'prevented'],
  ['The pilot avoided a [[collision]].', 'asserted', 'negated', 'avoided'],
  ['The general no longer [[commands]] the fleet.', 'asserted', 'negated', 'longer'],
  ['The senate has yet to [[approve]] the treaty.', 'asserted', 'negated', 'yet'],
  ['Rescuers could not [[reach]] the village.', 'asserted', 'negated', 'not'],
  ['The firm was unable to [[pay]] its debts.', 'asserted', 'negated', 'unable'],
  ['The lack of a [[ruling]] frustrated investors.', 'asserted', 'negated', 'lack'],
  ['Inspectors found no evidence of a [[test]].', 'asserted', 'negated', 'no', 'evidence'],
  ['There was no sign of an [[agreement]].', 'asserted', 'negated', 'no', 'sign'],
  ['They chose talks instead of [[fighting]].', 'asserted', 'negated', 'instead'],
  ['The bank raised its fees rather than [[closing]] branches.', 'asserted', 'negated', 'rather'],
  ['The party did not [[sign]] or ratify the pact.', 'asserted', 'negated', 'not'],
  ['The party did not sign or [[ratify]] the pact.', 'asserted', 'negated', 'not'],
  ['The mill ceased to [[operate]] in May.', 'asserted', 'negated', 'ceased'],
  ['Fans mourned the cancelled [[tour]].', 'asserted', 'negated', 'cancelled'],
  ['A judge blocked the [[merger]].', 'asserted', 'negated', 'blocked'],
  ['Officials ruled out a [[meeting]] this year.', 'asserted', 'negated', 'ruled'],
  ['The tenants were banned from [[entering]] the hall.', 'asserted', 'negated', 'banned'],
  ['The crew will under no circumstances [[leave]] the ship.', 'planned', 'negated', 'no'],
]

/** Two things at once: unsure and negated, or open. */
export const BOTH: readonly Case[] = [
  ['The singer will not [[perform]] in Rome.', 'planned', 'negated', 'will', 'not'],
  ['The talks may not [[resume]] this year.', 'possible', 'negated', 'may', 'not'],
  ['The board does not plan to [[sell]] the paper.', 'planned', 'negated', 'plan'],
  ['The court is not expected to [[rule]] before June.', 'expected', 'negated', 'expected'],
  ['The suspect reportedly did not [[confess]].', 'reported', 'negated', 'reportedly', 'not'],
  ['The envoy may cancel the [[visit]].', 'possible', 'negated', 'may', 'cancel'],
  ['The ministry did not rule out a [[meeting]].', 'asserted', 'unknown', 'not', 'rule'],
  ['No one denied that the minister [[paid]].', 'asserted', 'unknown', 'No', 'denied'],
  ['The company did not confirm that it [[bought]] the mine.', 'asserted', 'unknown', 'not'],
  ['Why did the ministry not [[act]]?', 'questioned', 'negated', 'not', '?'],
  ['If the bank does not [[pay]], the club will sue.', 'conditional', 'negated', 'If', 'not'],
]

/** Sentences that look hedged or negated: what the brackets hold is asserted and affirmed. */
export const NEVER: readonly string[] = [
  'The president [[signed]] the bill in May.',
  'The clerk may have said that the bridge [[fell]] at dawn.',
  'The mayor did not only [[apologise]] but resigned.',
  'There is no doubt that the quake [[killed]] hundreds.',
  'No fewer than 300 people [[attended]] the rally.',
  'The guard did not fail to [[notice]] the smoke.',
  'The rescuers managed to [[save]] the crew.',
  'The firm was able to [[repay]] the loan.',
  'The tenants had to [[leave]] their homes.',
  'Shares rose to [[reach]] a record.',
  'She was the first woman to [[lead]] the party.',
  'He did not know that the ship had [[sailed]].',
  'The dictator did not speak at the [[summit]] in Rome.',
  'The [[attack]] did not kill anyone.',
  'The minister [[resigned]] after the planned visit collapsed.',
  'The plan that parliament [[approved]] will cost millions.',
  'The council [[denied]] the claims.',
  'The ministry [[cancelled]] the licence.',
  'The judge [[refused]] to comment.',
  'Unlike his rival, the senator [[won]] the vote.',
  'He will meet the envoy who [[brokered]] the truce.',
  'The spokesman, who may resign, [[opened]] the fair.',
  'The bank [[expects]] growth of 2%.',
  'The witness said that the car [[hit]] a wall.',
  'Nothing but a miracle [[saved]] the crew.',
  'The delegates [[met]] even though no deal was planned.',
  'The ship [[sank]] because the crew did not close the hatch.',
  'The army [[captured]] the town without firing a shot.',
  'The strike [[ended]] on Friday, as the union had promised.',
  'Voters went to the polls and [[elected]] a new mayor.',
  'The minister was not surprised that the talks [[failed]].',
  'The company [[won]] the case and may not appeal.',
]
