import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { ProblemCode } from './problems.js'
import type { Services } from './services.js'

export const TAGS = {
  Articles: 'Adding, reading and deleting articles.',
  Extract: 'The same analysis, without storing anything.',
  Facts: 'Claims with the characters that prove them.',
  Entities: 'The people, places, organisations and other things that articles mention.',
  Search: 'Searching sentences, checking citations, statistics.',
  Operations: 'For operators of the service.',
} as const
export type Tag = keyof typeof TAGS

/** What a route can answer, for the OpenAPI document and for the serialiser. */
export interface Answer {
  readonly description: string
  readonly schema?: z.ZodType
  /** Media types and, where it is not `schema`, what they hold. */
  readonly types?: Readonly<Record<string, z.ZodType | 'text'>>
  /** Media types that `Accept` gives as well. The description tells of them; generators of clients stumble over more than one. */
  readonly byAccept?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** What a handler hands back: a value for the schema of its status, JSON already written, another format, or nothing. */
export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Strong ETag, without quotation marks; `content` makes one from the body. */
  readonly tag?: string
} & (
  | { readonly value: unknown }
  /** JSON in pieces, as it is sent. */
  | { readonly json: readonly string[] }
  | { readonly body: string | Readable; readonly type: string }
  | { readonly nothing: true }
)

/** A request after validation. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** One route: what it takes, what it answers, how it can fail, what it does. */
export interface Operation<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** As OpenAPI writes it: `/v1/articles/{id}`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tag: Tag
  readonly scope: 'open' | 'read' | 'write'
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Media types of the body where it is not JSON, the documented one first; its handler reads the stream. */
  readonly streams?: readonly string[]
  /** Request headers it knows. */
  readonly headers?: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<number, Answer>>
  /** Beside those every route has. */
  readonly problems: readonly ProblemCode[]
  readonly handle: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>, services: Services) => Promise<Reply>
}

/** Keeps the types of one route together, then lets it stand in a list with others. */
export const operation = <Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: Operation<Params, Query, Body>,
): Operation => definition

/** Media types of the bodies that an operation reads, the documented one first. */
export const readsOf = ({ streams, method }: Operation): readonly string[] =>
  streams ?? (method === 'PATCH' ? ['application/json', 'application/merge-patch+json'] : ['application/json'])
