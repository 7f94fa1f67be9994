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
  {
    id: 'navigation.counter',
    reason: 'navigation',
    starts: ['<number>'],
    pattern: /^\d{1,4} ?(?:of|\/) ?\d{1,4}$/i,
    where: 'anywhere',
    examples: ['1 of 57', '12 / 40', '3/9'],
    never: ['1 of 57 ships was lost.', '3/9 was the date.', '12 of them left'],
  },
  {
    id: 'navigation.edition',
    reason: 'navigation',
    starts: ['a', 'discover', 'from'],
    pattern:
      /^(?:a version of this (?:article|story|piece) (?:appears|appeared|ran) in\b.{0,300}|discover stories from this section\b.{0,80}|from the [a-z]+ \d{1,2}(?:st|nd|rd|th)? \d{4} (?:edition|issue))$/i,
    where: 'anywhere',
    examples: [
      'A version of this article appears in print on Dec. 23, Section A, Page 13 of the city edition with the headline: Fog.',
      'From the December 23rd 2023 edition',
      'Discover stories from this section and more in the list of contents',
    ],
    never: [
      'A version of this article of the treaty was rejected in May.',
      'From the December 23rd 2023 storm on, the bridge was closed.',
      'Discover the old town on foot, the mayor said.',
    ],
  },
]
