import type { FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from './errors.js'
import { OPERATIONS } from './operations.js'
import { Problem } from './problems.js'

const PATHS = OPERATIONS.map((operation) => ({
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  methods: operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method],
}))

/** The methods that a path knows; none where there is no such path. */
function methodsOf(path: string): readonly string[] {
  return PATHS.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)
}

/** A path of a route that differs only in slashes and capitals. */
function meant(path: string): string | undefined {
  const plain = path.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return [plain, plain.toLowerCase()].find((candidate) => candidate !== path && methodsOf(candidate).length > 0)
}

/** What leads to no route: another method of a path that is known, or no path at all; OPTIONS says what a path knows. */
export async function answerUnknown(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const path = pathOf(request.url)
  const methods = methodsOf(path)
  if (methods.length === 0) {
    const near = meant(path)
    throw new Problem('route_not_found', near && `There is no ${path}; did you mean ${near}?`)
  }
  const allow = [...methods, 'OPTIONS'].join(', ')
  if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
  throw new Problem('method_not_allowed', `${path} supports ${allow}.`, { headers: { allow } })
}
