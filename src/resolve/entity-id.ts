import type { Entity } from '../document/layers.js'
import { contentId } from './digest.js'
import { foldName } from './fold.js'

/**
 * The id under which an entity is known across articles: of its type and folded fullest name. A person of one word is nobody
 * outside its article (`Kim` in two articles may be two people), so its id is of the article too.
 */
export function sharedEntityId(entity: Pick<Entity, 'type' | 'name'>, articleId: string): string {
  const name = foldName(entity.name)
  const alone = entity.type === 'PERSON' && !name.includes(' ')
  return contentId('ent', alone ? [entity.type, name, articleId] : [entity.type, name])
}
