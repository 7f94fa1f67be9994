import { PROBLEMS, type ProblemCode } from '../../src/http/problems.js'
import { faultsOf } from '../http/conformance.js'
import type { Answered } from '../http/service.js'
import type { FuzzRequest } from './requests.js'

/** Faults of the moment, which may be answered: the service says so, and when to come back. */
const EXCUSED: readonly number[] = [503, 507]
/** Larger answers are not compared with their schema: it would take longer than to make them. Characters. */
const CHECKED = 100_000

const isProblem = (body: unknown, status: number): boolean => {
  const { code, status: told } = (body ?? {}) as { code?: string; status?: number }
  return told === status && code !== undefined && Object.hasOwn(PROBLEMS, code) && (code as ProblemCode) !== 'internal_error'
}

/** What is wrong with an answer; empty when nothing is. */
export function faultsOfAnswer(request: FuzzRequest, answer: Answered<unknown>): string[] {
  const { status, headers } = answer
  if (status >= 500 && !EXCUSED.includes(status)) return [`status ${status}: ${answer.text.slice(0, 300)}`]
  if (status >= 500 && headers['retry-after'] === undefined) return [`status ${status} without Retry-After`]
  const written = request.method !== 'HEAD' && answer.text !== ''
  if (status >= 400 && written && headers['content-encoding'] === undefined) {
    if (!/^application\/problem\+json/.test(headers['content-type'] ?? '') || !isProblem(answer.body, status))
      return [`status ${status} without a problem: ${answer.text.slice(0, 300)}`]
  }
  if (!written || headers['content-encoding'] !== undefined || answer.text.length > CHECKED) return []
  // Where no route of the document is asked, there is nothing to compare with.
  return faultsOf(request.method, request.path.split('?')[0]!, answer).filter((fault) => !fault.startsWith('no operation'))
}

/** The statuses in what came back on a bare connection, and what is wrong there. */
export function judgeBytes(text: string): { readonly statuses: readonly number[]; readonly faults: readonly string[] } {
  const heads = [...text.matchAll(/^HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n/gm)]
  const statuses = heads.map(([, status]) => Number(status))
  const faults = heads.flatMap(([head, status, fields]) => {
    if (Number(status) >= 500 && !EXCUSED.includes(Number(status))) return [head.slice(0, 300)]
    if (Number(status) >= 400 && !/content-type: application\/problem\+json/i.test(fields!)) return [`no problem: ${head.slice(0, 300)}`]
    return []
  })
  return { statuses, faults }
}
