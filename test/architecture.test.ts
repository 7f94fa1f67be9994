import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { ADAPTERS, MAY_IMPORT } from './import-table.js'

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** Paths relative to `src` that a source file imports, re-exports or loads. */
export function importsOf(file: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined
    if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')) {
      found.push(relative(root, join(root, dirname(file), specifier.text)))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found
}

const folderOf = (path: string): string => path.split('/')[0]!.replace(/\.[jt]s$/, '')

/** The arrows of a file that the table does not allow. */
export function forbidden(file: string, source: string): string[] {
  const from = folderOf(file)
  return importsOf(file, source).filter((path) => {
    const to = folderOf(path)
    const adapter = ADAPTERS.find((folder) => path.startsWith(`${folder}/`))
    if (adapter && !file.startsWith(`${adapter}/`)) return from !== 'main'
    return from !== to && !MAY_IMPORT[from]?.includes(to)
  })
}

test.each(files)('%s imports only what its folder may', (file) => {
  expect(Object.keys(MAY_IMPORT)).toContain(folderOf(file))
  expect(forbidden(file, readFileSync(join(root, file), 'utf8'))).toEqual([])
})

test('a forbidden arrow is seen, in every form an import has', () => {
  expect(forbidden('document/span.ts', "import { a } from '../rules/rule.js'")).toEqual(['rules/rule.js'])
  expect(forbidden('rules/rule.ts', "export * from '../extract/dates.js'")).toEqual(['extract/dates.js'])
  expect(forbidden('rules/rule.ts', "type A = import('../http/app.js').A")).toEqual(['http/app.js'])
  expect(forbidden('http/app.ts', "await import('../store/sqlite/store.js')")).toEqual(['store/sqlite/store.js'])
})
