import type { LineRule } from '../rule.js'

/** What leads around a page: skip links, advertisements, players, galleries. */
export const NAVIGATION: readonly LineRule[] = [
  {
    id: 'navigation.skip',
    reason: 'navigation',
    starts: ['skip', 'jump'],
    pattern: /^(?:skip|jump) (?:directly )?to (?:the )?(?:main )?(?:content|navigation|article|story|search|footer|comments?|main)\.?$/i,
    where: 'anywhere',
    examples: ['Skip to main content', 'Skip to content', 'Jump to navigation'],
    never: ['Skip to the end of the queue and you will be fined, the notice says.', 'Jump to conclusions and you lose the case.'],
  },
  {
    id: 'navigation.advertisement',
    reason: 'navigation',
    starts: ['advertisement', 'advertisements', 'ad', 'story', 'article', 'continue', 'sponsored'],
    pattern:
      /^(?:advertisements?(?: \W? ?(?:continue reading the main story|scroll to continue(?: reading)?|story continues below))?|ad|(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video|gallery|newsletter signup))?|continue reading(?: (?:below|the main story))?|sponsored(?: content)?)[.:]?$/i,
    where: 'anywhere',
    examples: ['Advertisement', 'ADVERTISEMENT:', 'Advertisement Continue reading the main story', 'Story continues below advertisement'],
    never: [
      'Advertisement revenue fell by a tenth.',
      'Story continues to draw visitors to the village.',
      'Ad spending in Japan grew.',
      'Continue reading the small print, regulators told borrowers.',
    ],
  },
  {
    id: 'navigation.player',
    reason: 'navigation',
    starts: [
      'slideshow',
      'image',
      'prev',
      'previous',
      'next',
      'play',
      'listen',
      'media',
      'loading',
      'video',
      'photo',
      'gallery',
      'toggle',
      'main',
      'close',
      'menu',
      'search',
      'back',
      'please',
    ],
    pattern:
      /^(?:slideshow \(\d{1,3} images?\)|(?:prev(?:ious)?|next)?(?: )?(?:image|photo|slide) \d{1,3} (?:of|\/) \d{1,3}(?: next)?|play (?:video|audio|now)|listen to (?:this )?article(?: \d{1,2}:\d{2})?(?: share this article.{0,60})?|media playback is (?:un)?(?:supported|available) on (?:your|this) device|loading(?:\.{3}|…)?|(?:video|photo|gallery|menu|search|close)|toggle (?:navigation|menu)|main (?:menu|navigation)|close (?:menu|dialog)|please use (?:chrome|a (?:different|modern)|another) browser\b.{0,80}|back to (?:top|home ?page|the top))$/i,
    where: 'anywhere',
    examples: [
      'Slideshow (2 Images)',
      'prev Image 1 of 6',
      'Play video',
      'Please use Chrome browser for a more accessible video player',
      'LISTEN TO ARTICLE 4:12 SHARE THIS ARTICLE Share Tweet Post Email',
      'Back to top',
    ],
    never: [
      'Play was stopped by rain for two hours.',
      'Image is everything in this race.',
      'Photo finishes decided two of the races.',
      'Search teams found the wreck on Monday.',
      'Next year the tax will rise.',
    ],
  },
]
