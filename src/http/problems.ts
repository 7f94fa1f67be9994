/** One kind of error: what its page under `/docs/errors/<code>` says. */
interface Kind {
  readonly status: number
  readonly title: string
  /** What happened. */
  readonly why: string
  /** What the caller can do. */
  readonly mend: string
}

/** Every error the service answers with, once. The code is part of the contract; the words may change. */
export const PROBLEMS = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid for this route',
    why: 'A field, parameter or header is missing, unknown, or has an invalid value. `errors` lists each one and where it is.',
    mend: 'Correct what `errors` points at. Unknown names are refused, not ignored: check for a typing error.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not JSON',
    why: 'The body is not valid JSON in UTF-8, an object in it has the same member twice, or it is nested more than 64 levels deep.',
    mend: 'Build the body with a JSON library, encode it as UTF-8, and name each member once.',
  },
  invalid_text: {
    status: 400,
    title: 'A string contains characters that are not text',
    why: 'A string contains U+0000 or an unpaired surrogate. `errors` gives the field and the position, counted in characters from 0.',
    mend: 'Replace these characters before sending, for example with U+FFFD.',
  },
  invalid_url: {
    status: 400,
    title: 'The address is not encoded correctly',
    why: 'The path or the query contains a percent sign that does not begin an encoded UTF-8 character.',
    mend: 'Encode each part of the address with a function such as `encodeURIComponent`.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor does not belong to this list',
    why: '`cursor` was altered, or comes from another route, or from this route with other filters or another sort order.',
    mend: 'Take the cursor from `next` and keep the other parameters unchanged, or follow the `Link` header.',
  },
  request_refused: {
    status: 400,
    title: 'The request was refused',
    why: 'The request cannot be served as it is; `detail` says why. The status may be any other 4xx.',
    mend: 'Correct what `detail` describes.',
  },
  bad_http: {
    status: 400,
    title: 'The request is not HTTP',
    why: 'What arrived is not a valid HTTP/1.1 request, or it has no `Host` header.',
    mend: 'Check whatever lies between the client and the service: something alters requests.',
  },
  unauthorized: {
    status: 401,
    title: 'An API key is needed',
    why: 'The request has no `Authorization: Bearer <key>` header, or its key is unknown or has been revoked.',
    mend: 'Send a key. Create one with `attest keys create`, or list keys in the setting API_KEYS.',
  },
  forbidden: {
    status: 403,
    title: 'The key does not allow this',
    why: 'The key may only read, and this route writes.',
    mend: 'Use a key with the scope `write`.',
  },
  host_not_allowed: {
    status: 403,
    title: 'The service only answers to its own name',
    why: 'As long as there are no API keys the service only serves this machine, and the `Host` header names another one. The request could come from a web page that somebody else made.',
    mend: 'Call it as `localhost` or `127.0.0.1`, or create a key with `attest keys create`.',
  },
  route_not_found: {
    status: 404,
    title: 'There is no such route',
    why: 'The service has no route with this path.',
    mend: 'Compare the path with those at `/docs`.',
  },
  article_not_found: {
    status: 404,
    title: 'No article has this id',
    why: 'The service has never given this id to an article.',
    mend: 'Use an id from `GET /v1/articles`, or from the answer to the POST that added the article.',
  },
  version_not_found: {
    status: 404,
    title: 'The article has no such version',
    why: 'The article exists, but not in the version requested.',
    mend: '`GET /v1/articles/{id}/versions` lists its versions.',
  },
  fact_not_found: {
    status: 404,
    title: 'No fact has this id',
    why: 'No current fact has this id: its article was deleted, a newer version no longer says it, or it never existed.',
    mend: 'Use an id from `GET /v1/facts`.',
  },
  entity_not_found: {
    status: 404,
    title: 'No entity has this id',
    why: 'No stored article names an entity with this id.',
    mend: 'Use an id from `GET /v1/entities`.',
  },
  job_not_found: {
    status: 404,
    title: 'No job has this id',
    why: 'The service has no job with this id.',
    mend: 'Use the address in the `Location` header of the 202 answer, or an id from `GET /v1/jobs`.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The route does not support this method',
    why: 'The path exists, but not with this method.',
    mend: 'The `Allow` header lists the methods that the path supports.',
  },
  not_acceptable: {
    status: 406,
    title: 'None of the accepted formats is available here',
    why: 'The `Accept` header only names formats that this route does not produce.',
    mend: 'Accept `application/json`; `/v1/facts` writes `application/x-ndjson`, `text/csv` and `application/ld+json` too.',
  },
  request_timeout: {
    status: 408,
    title: 'The request did not arrive in time',
    why: 'The headers of the request were not complete within a minute, or its body not within five minutes; a bulk request may take any time.',
    mend: 'Send it again over a better connection.',
  },
  article_deleted: {
    status: 409,
    title: 'The article was deleted',
    why: 'This article was deleted, and a deleted article does not come back by accident.',
    mend: 'To bring it back as a new version, send it with `?restore=true`.',
  },
  idempotency_key_in_flight: {
    status: 409,
    title: 'A request with this key is still in progress',
    why: 'An earlier request with the same `Idempotency-Key` has not been answered yet.',
    mend: 'Wait, then send the same request again: you get the answer to the first one.',
  },
  article_gone: {
    status: 410,
    title: 'The article was deleted',
    why: 'The article existed and was deleted, together with its text and its facts.',
    mend: 'Remove your copy. To bring the article back as a new version, send it with `?restore=true`.',
  },
  precondition_failed: {
    status: 412,
    title: 'The article does not meet the condition',
    why: '`If-Match` does not name the current `ETag` of the article, or `If-None-Match: *` was sent for an article that exists. A weak tag (`W/"…"`) never matches.',
    mend: 'Read the article again, decide whether your change still applies, and send the new `ETag` with its quotation marks.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    why: 'The body, or in bulk the line, is larger than the route takes, or the text is longer than `/v1/extract` reads. `detail` names the limit.',
    mend: 'Instead of `/v1/extract`, use `POST /v1/articles` with `Prefer: respond-async`: a job reads the text. For other routes, raise the setting BODY_LIMIT.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The route does not read this type of body',
    why: 'The route does not read bodies with this `Content-Type` or `Content-Encoding`.',
    mend: 'Send `Content-Type: application/json` in UTF-8, uncompressed; for bulk, `application/x-ndjson`.',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'The file has no such range',
    why: 'The `Range` header asks for bytes that the file does not have.',
    mend: 'Omit `Range`, or ask for a range within the size given in `Content-Range`.',
  },
  expectation_failed: {
    status: 417,
    title: 'The expectation is not supported',
    why: 'The `Expect` header asks for something other than `100-continue`.',
    mend: 'Omit the header.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The key belongs to another request',
    why: 'An earlier request with the same `Idempotency-Key` had a different body.',
    mend: 'Use a new key for each new request, and the same key only to repeat a request.',
  },
  no_main_content: {
    status: 422,
    title: 'The page contains no article',
    why: 'No main content was found in `html`: it may be a front page or a list, or scripts may fill it in.',
    mend: 'Send the page as it is after its scripts have run, or send the article as `text`.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    why: 'The key, or the address where there is none, has used up its requests for this minute.',
    mend: 'Wait for the number of seconds in `Retry-After`. The `RateLimit` header shows what is left.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers of the request are too large',
    why: 'The address and the headers together exceed 16 KiB.',
    mend: 'Shorten the query, or send fewer headers.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong in the service',
    why: 'The fault is in the service. Its log has the details under the `requestId` of this answer.',
    mend: 'Try again later, and give the operator the `requestId`.',
  },
  overloaded: {
    status: 503,
    title: 'The service is busy',
    why: 'The service is already reading as many articles as it can hold in memory.',
    mend: 'Try again after the number of seconds in `Retry-After`, or send the articles as one stream to `/v1/articles/bulk`, which is read no faster than it can be processed.',
  },
  shutting_down: {
    status: 503,
    title: 'The service is stopping',
    why: 'The service is finishing what it accepted and takes no new requests.',
    mend: 'Try again in a few seconds.',
  },
  keys_unavailable: {
    status: 503,
    title: 'The keys cannot be read',
    why: 'The service cannot read from its database which API keys are valid, so it lets nobody in.',
    mend: 'Try again after the number of seconds in `Retry-After`. The operator should check `/readyz` and the log.',
  },
  not_ready: {
    status: 503,
    title: 'The service is not ready',
    why: 'The database cannot be written to, the disk is full, or the queue cannot be read. `detail` says which.',
    mend: 'The operator should check the database and the disk.',
  },
  storage_full: {
    status: 507,
    title: 'The disk is full',
    why: 'There is no room for what the request would write. Nothing was stored; reading and deleting still work.',
    mend: 'Try again after the number of seconds in `Retry-After`. The operator should free some space; `/readyz` shows when there is enough.',
  },
} as const satisfies Readonly<Record<string, Kind>>

/** The stable name of an error: the key of the table of problems. */
export type ProblemCode = keyof typeof PROBLEMS

/** One place in a request that is wrong. */
export interface Fault {
  /** JSON Pointer into the body, query, path parameters or headers. */
  readonly pointer: string
  readonly detail: string
  readonly in?: 'body' | 'query' | 'path' | 'header'
  /** In a string: which character, from 0. */
  readonly position?: number
}

/** An error that the caller is told of; anything else that is thrown becomes `internal_error`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string = PROBLEMS[code].why,
    readonly more: {
      readonly errors?: readonly Fault[]
      readonly headers?: Readonly<Record<string, string>>
      /** Where it is not the status of the code. */
      readonly status?: number
      /** What went wrong underneath: for the log, never for the caller. */
      readonly cause?: unknown
    } = {},
  ) {
    super(detail, { cause: more.cause })
  }

  get status(): number {
    return this.more.status ?? PROBLEMS[this.code].status
  }
}

/** Problem details as RFC 9457 has them. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: ProblemCode
  readonly requestId: string
  readonly errors?: readonly Fault[]
}

export const PROBLEM_TYPE = 'application/problem+json'

/** The address of the page about an error; `base` is the setting BASE_PATH. */
export const problemPage = (code: ProblemCode, base = ''): string => `${base}/docs/errors/${code}`

/** The body of an error answer; `instance` is the path that was asked for, below `base`. */
export function problemBody(problem: Problem, instance: string, requestId: string, base = ''): ProblemBody {
  const { errors } = problem.more
  return {
    type: problemPage(problem.code, base),
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    detail: problem.message,
    instance: base + instance,
    code: problem.code,
    requestId,
    ...(errors && { errors }),
  }
}
