/** A command that cannot go on, told in a sentence. Exit code 1: it was tried and failed; 2: it was called wrongly. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message)
  }
}
