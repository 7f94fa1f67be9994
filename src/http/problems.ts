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
    title: 'The request does not fit the route',
    why: 'A field, parameter or header is missing, unknown, or has a value it cannot have. `errors` lists each with its place.',
    mend: 'Correct the places that `errors` points at. Names that the route does not know are refused, not ignored: look for a slip of the pen.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not JSON',
    why: 'The body is not one JSON text in UTF-8, an object in it names a member twice, or it nests more than 64 deep.',
    mend: 'Send a body that a JSON library wrote, encoded as UTF-8, with each member named once.',
  },
  invalid_text: {
    status: 400,
    title: 'A string holds characters that are no text',
    why: 'A string holds U+0000 or half of a surrogate pair. `errors` names the place and the position, counted in characters from 0.',
    mend: 'Replace these characters before sending, for example with U+FFFD.',
  },
  invalid_url: {
    status: 400,
    title: 'The address is not encoded correctly',
    why: 'The path or the query holds a percent sign that begins no UTF-8 character.',
    mend: 'Encode each part of the address with a function such as `encodeURIComponent`.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor is not one of this list',
    why: '`cursor` was changed, or comes from another route, or from the same route with other filters or another sort.',
    mend: 'Take the cursor from `next` and repeat the other parameters unchanged, or follow the address in the `Link` header.',
  },
  request_refused: {
    status: 400,
    title: 'The request was refused',
    why: 'The request cannot be served as it is; `detail` says why. The status may be another one of 4xx.',
    mend: 'Correct what `detail` names.',
  },
  bad_http: {
    status: 400,
    title: 'The request is not HTTP',
    why: 'The bytes that arrived are not a request of HTTP/1.1, or its `Host` header is missing.',
    mend: 'Look at what lies between the client and the service: it changes requests.',
  },
  unauthorized: {
    status: 401,
    title: 'An API key is needed',
    why: 'The request has no `Authorization: Bearer <key>` header, or its key is unknown or was revoked.',
    mend: 'Send a key. `attest keys create` makes one; the setting API_KEYS holds others.',
  },
  forbidden: {
    status: 403,
    title: 'The key may not do this',
    why: 'The key reads, and this route writes.',
    mend: 'Use a key of the scope `write`.',
  },
  host_not_allowed: {
    status: 403,
    title: 'The service answers to its own name only',
    why: 'Without keys the service serves this machine alone, and the `Host` header names another one. A web page of somebody else could be behind it.',
    mend: 'Call it as `localhost` or `127.0.0.1`, or create a key with `attest keys create`.',
  },
  route_not_found: {
    status: 404,
    title: 'There is no such route',
    why: 'No route of the service has this path.',
    mend: 'Compare the path with those at `/docs`.',
  },
  article_not_found: {
    status: 404,
    title: 'No article has this id',
    why: 'The id is not one that this service gave to an article.',
    mend: 'Take ids from `GET /v1/articles` or from the answer to the POST that added the article.',
  },
  version_not_found: {
    status: 404,
    title: 'The article has no such version',
    why: 'The article is there, but not in the version that was asked for.',
    mend: '`GET /v1/articles/{id}/versions` lists those there are.',
  },
  fact_not_found: {
    status: 404,
    title: 'No fact has this id',
    why: 'The id is not one of a current fact: its article was deleted, a newer version no longer says it, or it never was.',
    mend: 'Take ids from `GET /v1/facts`.',
  },
  entity_not_found: {
    status: 404,
    title: 'No entity has this id',
    why: 'No stored article names an entity with this id.',
    mend: 'Take ids from `GET /v1/entities`.',
  },
  job_not_found: {
    status: 404,
    title: 'No job has this id',
    why: 'The id is not one of a job of this service.',
    mend: 'Take the address from the `Location` header of the 202 answer.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The route does not know this method',
    why: 'The path is right, the method is not.',
    mend: 'The `Allow` header lists the methods that the path knows.',
  },
  not_acceptable: {
    status: 406,
    title: 'None of the accepted formats can be had here',
    why: 'The `Accept` header names only formats that this route does not write.',
    mend: 'Accept `application/json`; `/v1/facts` writes `application/x-ndjson`, `text/csv` and `application/ld+json` too.',
  },
  request_timeout: {
    status: 408,
    title: 'The request did not arrive in time',
    why: 'The head of the request was not complete within a minute.',
    mend: 'Send it again, over a better connection.',
  },
  article_deleted: {
    status: 409,
    title: 'The article was deleted',
    why: 'An article with this identity was deleted, and deleted articles do not come back by accident.',
    mend: 'Send it with `?restore=true` if it shall come back, as a new version.',
  },
  idempotency_key_in_flight: {
    status: 409,
    title: 'A request with this key is still running',
    why: 'An earlier request with the same `Idempotency-Key` has not been answered yet.',
    mend: 'Wait, and send the same request again: it gets the first answer.',
  },
  article_gone: {
    status: 410,
    title: 'The article was deleted',
    why: 'The article was here and was deleted, with its text and its facts.',
    mend: 'Remove your copy. Sending the article again with `?restore=true` makes a new version of it.',
  },
  precondition_failed: {
    status: 412,
    title: 'The article is not as the condition wants it',
    why: '`If-Match` names no `ETag` that the article has now, or `If-None-Match: *` met an article that is there. A weak tag (`W/"…"`) matches none.',
    mend: 'Read the article again, decide anew, and send the new `ETag` in its quotation marks.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    why: 'The body, or in bulk the line, is larger than the route takes, or the text is longer than `/v1/extract` reads. `detail` names the limit.',
    mend: 'For `/v1/extract`, send the text to `POST /v1/articles` with `Prefer: respond-async`: a job reads it. Else raise the setting BODY_LIMIT.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is of a kind that the route does not read',
    why: 'The `Content-Type` or `Content-Encoding` of the body is not one that this route reads.',
    mend: 'Send `Content-Type: application/json` in UTF-8, uncompressed; for bulk, `application/x-ndjson`.',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'The file has no such part',
    why: 'The `Range` header asks for bytes that the file does not have.',
    mend: 'Leave `Range` out, or ask for a part within the size that `Content-Range` names.',
  },
  expectation_failed: {
    status: 417,
    title: 'The expectation is not known',
    why: 'The `Expect` header asks for something other than `100-continue`.',
    mend: 'Leave the header out.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The key belongs to another request',
    why: 'An earlier request with the same `Idempotency-Key` had another body.',
    mend: 'Use a new key for each new request, and the same key only to repeat one.',
  },
  no_main_content: {
    status: 422,
    title: 'The page holds no article',
    why: 'No main content was found in `html`: it may be a front page, a list, or filled in by scripts.',
    mend: 'Send the page as a browser shows it, or send the article as `text`.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    why: 'The key, or the address, has used up its requests for this minute.',
    mend: 'Wait as many seconds as `Retry-After` says. The `RateLimit` header shows what is left.',
  },
  headers_too_large: {
    status: 431,
    title: 'The head of the request is too large',
    why: 'Address and headers together are larger than 16 KiB.',
    mend: 'Shorten the query or send fewer headers.',
  },
  internal_error: {
    status: 500,
    title: 'Something is wrong in the service',
    why: 'The fault is ours. The log has it under the `requestId` of this answer.',
    mend: 'Send the request again later; tell the operator the `requestId`.',
  },
  overloaded: {
    status: 503,
    title: 'The service is busy',
    why: 'As many articles are being read as the service can hold in memory.',
    mend: 'Send the request again after as many seconds as `Retry-After` says, or send articles as one stream to `/v1/articles/bulk`: it is read no faster than it is worked off.',
  },
  shutting_down: {
    status: 503,
    title: 'The service is stopping',
    why: 'The service finishes what it accepted and takes nothing new.',
    mend: 'Send the request again in a few seconds.',
  },
  keys_unavailable: {
    status: 503,
    title: 'The keys cannot be read',
    why: 'The database does not tell which API keys are in use, so nobody is let in.',
    mend: 'Send the request again after as many seconds as `Retry-After` says; an operator looks at `/readyz` and the log.',
  },
  not_ready: {
    status: 503,
    title: 'The service is not ready',
    why: 'The database cannot be written to, the disk is full, or the queue cannot be read. `detail` says which.',
    mend: 'An operator looks at the database and the disk.',
  },
  storage_full: {
    status: 507,
    title: 'The disk is full',
    why: 'There is no room for what the request would write. Nothing of it was stored; reading and deleting go on.',
    mend: 'Send the request again after as many seconds as `Retry-After` says. An operator makes room; `/readyz` tells when there is enough.',
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
