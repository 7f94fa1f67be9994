/**
 * Pieces of text as UTF-8, one after the other. To join them as a string first would cost ten times as much where they hold
 * characters beyond Latin-1: a large string of two bytes a character is copied, hashed and sent by way of two more copies.
 */
export function bytesOf(pieces: readonly string[]): Buffer {
  let size = 0
  for (const piece of pieces) size += Buffer.byteLength(piece)
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const piece of pieces) at += bytes.write(piece, at)
  return bytes
}

/** Bodies that are JSON already, as a list with what follows it: `{"items":[…],"next":…`. */
export function listPieces(bodies: readonly string[], next: string | null, rest: string): string[] {
  const pieces = ['{"items":[']
  for (const body of bodies) {
    if (pieces.length > 1) pieces.push(',')
    pieces.push(body)
  }
  pieces.push(`],"next":${JSON.stringify(next)}${rest}}`)
  return pieces
}
