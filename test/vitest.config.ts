import { defineConfig } from 'vitest/config'

/** A slow or busy machine takes its time: what a test waits for is a condition of its own, never this limit (milliseconds). */
const PATIENCE = 180_000

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: { include: ['test/**/*.test.ts'], testTimeout: PATIENCE, hookTimeout: PATIENCE },
})
