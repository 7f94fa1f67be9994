import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { errorIndex, errorPage } from './error-pages.js'
import { guideIndex, guidePage, isGuide } from './guides.js'
import { PAGE_POLICY } from './pages.js'
import { Problem, PROBLEMS, type ProblemCode } from './problems.js'

// Swagger UI brings its scripts as files, but styles its elements in place.
const UI_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"

const readFile = (name: string): Buffer => readFileSync(new URL(`../../openapi/${name}`, import.meta.url))

const isCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

/** The OpenAPI document, Swagger UI, the guides, and a page about each error, with addresses that begin with `base`: open to everybody. */
export async function docs(app: FastifyInstance, { base }: { readonly base: string }): Promise<void> {
  // Written by `npm run openapi`; a test compares it with the routes. To make it anew here would cost every start 0.2 s.
  const text = documentUnder(readFile('openapi.json').toString(), base)
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(text))
  app.get('/', async (_request, reply) => reply.redirect('/docs', 302))
  app.get('/docs/errors', async (_request, reply) => page(reply, errorIndex(), base))
  app.get('/docs/errors/:code', async (request, reply) => {
    const { code } = request.params as { code: string }
    if (!isCode(code)) throw new Problem('route_not_found')
    return page(reply, errorPage(code), base)
  })
  app.get('/docs/guides', async (_request, reply) => page(reply, guideIndex(), base))
  app.get('/docs/guides/:name', async (request, reply) => {
    const { name } = request.params as { name: string }
    if (!isGuide(name)) throw new Problem('route_not_found')
    return page(reply, guidePage(name), base)
  })
  await app.register(async (ui) => {
    await ui.register(swagger, { mode: 'static', specification: { document: JSON.parse(text) as never } })
    await ui.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: base,
      staticCSP: UI_POLICY,
      uiConfig: { deepLinking: true, displayRequestDuration: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null },
      logo: { type: 'image/svg+xml', content: readFile('wordmark.svg'), href: '#' },
      theme: {
        title: 'Attest',
        favicon: [{ filename: 'favicon.svg', rel: 'icon', sizes: 'any', type: 'image/svg+xml', content: readFile('favicon.svg') }],
      },
    })
  })
}

/** The document with its server and its links under a base path. */
function documentUnder(text: string, base: string): string {
  if (base === '') return text
  const document = JSON.parse(text.replaceAll('](/', `](${base}/`)) as Record<string, unknown>
  return JSON.stringify({ ...document, servers: [{ url: base }] }, null, 2) + '\n'
}

function page(
  reply: { type(type: string): typeof reply; header(name: string, value: string): typeof reply; send(body: string): unknown },
  html: string,
  base: string,
) {
  const body = html.replaceAll('href="/', `href="${base}/`)
  return reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(body)
}
