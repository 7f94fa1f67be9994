import type { Operation } from './operation.js'
import { addArticle, deleteArticle } from './routes/articles.js'
import { addArticles } from './routes/bulk.js'
import { changeArticle } from './routes/change-article.js'
import { listChanges } from './routes/changes.js'
import { getEntity, listEntities } from './routes/entities.js'
import { exportFacts } from './routes/exports.js'
import { extract } from './routes/extract.js'
import { getFact, listCitations, listFacts } from './routes/facts.js'
import { livez, metrics, readyz } from './routes/health.js'
import { getJob, listJobs } from './routes/jobs.js'
import { search } from './routes/search.js'
import { getStats } from './routes/stats.js'
import { getAnnotations, getArticle, listArticles, listVersions } from './routes/stored-articles.js'
import { timeline } from './routes/timeline.js'
import { verify } from './routes/verify.js'

/** Every route of the contract, in the order of its documentation. */
export const OPERATIONS: readonly Operation[] = [
  addArticle,
  addArticles,
  listArticles,
  getArticle,
  listVersions,
  getAnnotations,
  changeArticle,
  deleteArticle,
  listJobs,
  getJob,
  listChanges,
  extract,
  listFacts,
  exportFacts,
  getFact,
  listCitations,
  timeline,
  listEntities,
  getEntity,
  search,
  verify,
  getStats,
  livez,
  readyz,
  metrics,
]
