import fastJsonStringify from 'fast-json-stringify'
import { z } from 'zod'
import { DOCUMENTED_AS } from './schemas/common.js'

type JsonSchema = Record<string, unknown>

/** `anyOf: [X, null]` as one schema whose `type` says null: the serialiser would test each branch, and readers like it shorter. */
function mergeNull(schema: JsonSchema): void {
  const branches = schema['anyOf'] as JsonSchema[] | undefined
  if (branches?.length !== 2 || branches[1]!['type'] !== 'null') return
  const [branch] = branches as [JsonSchema]
  if (typeof branch['type'] !== 'string') return
  delete schema['anyOf']
  Object.assign(schema, branch, { type: [branch['type'], 'null'] })
  if (branch['enum']) schema['enum'] = [...(branch['enum'] as unknown[]), null]
}

/** How this project's zod types look as JSON schema. Safe integers are not spelled out. */
function shape({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const schema = jsonSchema as JsonSchema
  const instead = DOCUMENTED_AS.get(zodSchema)
  if (instead) {
    for (const name of Object.keys(schema)) if (name !== 'description' && name !== 'default') delete schema[name]
    Object.assign(schema, instead)
  }
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum']
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum']
  mergeNull(schema)
}

/** Answers may gain fields: what is written for clients leaves objects open. */
function openObject({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** The JSON schema of a zod type: of what is taken (`input`) or of what is answered (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: (context) => {
      shape(context)
      if (io === 'output') openObject(context)
    },
  })
}

const inlined = new z.core.$ZodRegistry<never>()

/** Writes values of a zod type as JSON, by a function compiled for it at first use. */
export function serialiser(schema: z.ZodType): (value: unknown) => string {
  let write: ((value: unknown) => string) | undefined
  return (value) => {
    write ??= fastJsonStringify(
      z.toJSONSchema(schema, { io: 'output', metadata: inlined, unrepresentable: 'any', override: shape }) as never,
    )
    return write(value)
  }
}
