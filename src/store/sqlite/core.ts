import type { Store } from '../port.js'
import { addApiKey, apiKeys, revokeApiKey } from './api-keys.js'
import { changes } from './changes.js'
import type { Connection } from './connection.js'
import { deleteArticle } from './delete-article.js'
import { factCounts } from './fact-counts.js'
import { fact, facts } from './fact-pages.js'
import { citations } from './read-citations.js'
import { readIdempotency } from './idempotency.js'
import { enqueue, failJob, jobs, queueLength, readJob, releaseJob, reportJob, requeueJobs, takeJob } from './jobs.js'
import { cutLog } from './log.js'
import { annotations, articles, articlesToReextract, countToReextract, identify, presence, readArticle, versions } from './read-articles.js'
import { entities, entity } from './read-entities.js'
import { relabel } from './relabel.js'
import { saveAnalysis, saveReextraction } from './save-article.js'
import { nearMisses } from './near-misses.js'
import { search } from './search-sentences.js'
import { spaceUnder } from './space.js'
import { stats } from './stats.js'

/** The methods of the store, done at once. */
export type Core = { readonly [M in keyof Store]: (...args: Parameters<Store[M]>) => Awaited<ReturnType<Store[M]>> }

/** The store over one connection, in the thread that calls it. Each method sees one state of the database. */
export function createCore(connection: Connection): Core {
  const steady = <Args extends unknown[], Result>(read: (connection: Connection, ...args: Args) => Result) => {
    const inTransaction = connection.database.transaction((...args: Args) => read(connection, ...args))
    return (...args: Args): Result => inTransaction(...args)
  }
  const write =
    <Args extends unknown[], Result>(work: (connection: Connection, ...args: Args) => Result) =>
    (...args: Args): Result =>
      work(connection, ...args)
  return {
    saveAnalysis: write(saveAnalysis),
    saveReextraction: write(saveReextraction),
    relabel: write(relabel),
    deleteArticle: write(deleteArticle),
    identify: steady(identify),
    presence: steady(presence),
    article: steady(readArticle),
    articles: steady(articles),
    versions: steady(versions),
    annotations: steady(annotations),
    changes: steady(changes),
    articlesToReextract: steady(articlesToReextract),
    countToReextract: steady(countToReextract),
    facts: steady(facts),
    factCounts: steady(factCounts),
    fact: steady(fact),
    citations: steady(citations),
    entities: steady(entities),
    entity: steady(entity),
    nearMisses: steady(nearMisses),
    search: steady(search),
    stats: steady(stats),
    enqueue: write(enqueue),
    job: steady(readJob),
    jobs: steady(jobs),
    takeJob: write(takeJob),
    releaseJob: write(releaseJob),
    requeueJobs: write(requeueJobs),
    reportJob: write(reportJob),
    failJob: write(failJob),
    queueLength: steady(queueLength),
    idempotency: steady(readIdempotency),
    apiKeys: steady(apiKeys),
    addApiKey: write(addApiKey),
    revokeApiKey: write(revokeApiKey),
    ready: () => isWritable(connection),
    space: () => spaceUnder(connection.database.name),
    close: () => {
      cutLog(connection) // the one file holds everything
      connection.close()
    },
  }
}

function isWritable(connection: Connection): boolean {
  try {
    connection.database.exec('BEGIN IMMEDIATE; ROLLBACK')
    return true
  } catch {
    return false
  }
}
