import type { LineRule } from '../rule.js'

/** Who made a picture, on a line of its own. */
export const CREDITS: readonly LineRule[] = [
  {
    id: 'credit.image',
    reason: 'image-credit',
    starts: ['image', 'images', 'photo', 'photos', 'photograph', 'photographs', 'picture', 'pictures', 'illustration', 'graphic', 'video'],
    pattern:
      /^(?:[Ii]mage|[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]llustration|[Gg]raphic|[Vv]ideo)s? ?(?:courtesy|credits?|copyright|sources?|©)(?: ?[:/|–-] ?\S.{0,180}| (?:of|by) \S.{0,120}| ?[A-Z©].{0,180})?$/,
    where: 'anywhere',
    examples: [
      'Image courtesy: Palace press office',
      'Photo credit: R. Mbeki',
      'Image copyrightEPA/REUTERS',
      'Photo courtesy of the museum',
      'Image source Getty Images',
    ],
    never: [
      'Image copyright disputes have doubled, lawyers say.',
      'Photo credit agencies lost a third of their income.',
      'Picture sources close to the court as a family at war.',
    ],
  },
  {
    id: 'credit.image-capitals',
    reason: 'image-credit',
    starts: ['image', 'photo', 'picture', 'credit', 'photos', 'images'],
    pattern: /^(?:IMAGE|PHOTO|PICTURE|PHOTOS|IMAGES|CREDIT)(?: (?:CREDIT|COURTESY|BY|SOURCE))?(?: ?[:/] ?| )[A-Z][\w .,'’/&©-]{0,80}$/,
    where: 'anywhere',
    examples: ['PHOTO: Lim Wei', 'PHOTO BY Lim Wei/Harbour Post', 'CREDIT: Getty'],
    never: [
      'PHOTO OPPORTUNITIES! Ministers met on the steps of the town hall for an hour.',
      'CREDIT markets froze again, and banks stopped lending to each other.',
    ],
  },
  {
    id: 'credit.caption-label',
    reason: 'caption-credit',
    starts: ['image', 'media'],
    pattern: /^(?:Image|Media) caption ?[A-Z0-9“"‘'].{0,300}$/,
    where: 'anywhere',
    examples: ['Image captionThe two ministers have met before', 'Image caption The bridge was closed'],
    never: ['Image captions are written by hand at the agency.', 'Media caption contests are back.'],
  },
  {
    id: 'credit.placed-image',
    reason: 'image-credit',
    starts: [
      'top',
      'lead',
      'main',
      'cover',
      'header',
      'feature',
      'featured',
      'file',
      'stock',
      'title',
      'banner',
      'hero',
      'representative',
      'all',
    ],
    pattern:
      /^(?:top|lead|main|cover|header|featured?|file|stock|title|banner|hero|representative|all) (?:image|photo|photograph|picture|pic|illustration)s?(?: (?:adapted|taken|credits?|courtesy))?(?: ?:| (?:via|by|from|of|courtesy)) .{1,120}$/i,
    where: 'edge',
    examples: [
      'Top image via the station’s Facebook page.',
      'Cover photo by Lim Wei',
      'Featured image: Wikimedia Commons',
      'All photos courtesy of the zoo',
    ],
    never: [
      'Top imagery analysts left the agency.',
      'File photographs were not an option for the jury.',
      'Cover versions of the song sold better.',
    ],
  },
  {
    id: 'credit.by-name',
    reason: 'image-credit',
    starts: [
      'photo',
      'image',
      'picture',
      'photos',
      'images',
      'pictures',
      'photograph',
      'photographs',
      'illustration',
      'graphic',
      'credit',
      'pic',
    ],
    pattern:
      /^(?:photo|image|picture|photograph|illustration|graphic|credit|pic|Photo|Image|Picture|Photograph|Illustration|Graphic|Credit|Pic)s?(?: ?[:|/]| (?:by|via|from)) ?(?:(?:[A-Z0-9@©][\p{L}\p{N}.,'’/&@-]{0,30}|of|and|the|for|on|via|by|de|van|von|al|\/|&|\|)(?: |$)){1,9}$/u,
    where: 'anywhere',
    examples: [
      'Photo: EPA-EFE',
      'Image by Tomas on Unsplash',
      'Photo/Xinhua',
      'Pictures: Harbour Post',
      'Photo by Anna de Vries for the Ledger',
    ],
    never: [
      'Photos from the scene showed smoke over the harbour.',
      'Images by satellite show new roads.',
      'Photo: a man walks past a screen in Seoul.',
      'Credit by its nature is trust.',
    ],
  },
  {
    id: 'credit.enlarge',
    reason: 'image-credit',
    starts: ['enlarge', 'toggle', 'hide', 'open', 'view'],
    pattern:
      /^(?:enlarge (?:this )?image|(?:toggle|hide) caption|open (?:image|photo) in (?:gallery|new tab))(?: .{0,250})?$|^view (?:gallery|image|photo)s?$/i,
    where: 'anywhere',
    examples: ['Enlarge this image toggle caption Joe Lane/Getty Images Joe Lane/Getty Images', 'hide caption', 'View gallery'],
    never: [
      'Enlarge the club, its chairman urged.',
      'Open images of the saint are rare.',
      'View gallery owners with suspicion, dealers say.',
    ],
  },
]
