import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Fetches packages (`name@version`) from the npm registry into a folder that is gone afterwards. Nothing of them is run while they are fetched. */
export function withPackages(packages: readonly string[], use: (modules: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'attest-packages-'))
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    use(join(folder, 'node_modules'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
