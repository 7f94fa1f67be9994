import type { LineRule } from '../rule.js'

/** Invitations to share, follow and subscribe. */
export const SHARE: readonly LineRule[] = [
  {
    id: 'share.buttons',
    reason: 'share',
    starts: [
      'share',
      'tweet',
      'email',
      'print',
      'facebook',
      'twitter',
      'whatsapp',
      'linkedin',
      'pin',
      'copy',
      'save',
      'reddit',
      'telegram',
    ],
    pattern:
      /^(?:(?:share|tweet|e-?mail|print|pin|pin ?it|facebook|twitter|whatsapp|linkedin|reddit|telegram|messenger|flipboard|pinterest|copy link|save|more)(?:[ |·•,/]{1,3}|$)){1,12}$/i,
    where: 'anywhere',
    examples: ['Share', 'Share Tweet Email', 'Facebook Twitter WhatsApp', 'Share | Print | Copy link'],
    never: ['Share prices fell in Tokyo.', 'Print sales recovered.', 'Twitter and Facebook refused.', 'Save the children, he said.'],
  },
  {
    id: 'share.invitation',
    reason: 'share',
    starts: ['share', 'follow', 'like', 'tweet', 'click', 'tap', 'read', 'join', 'find', 'download', 'stay'],
    pattern:
      /^(?:share (?:this|the) (?:article|story|post|page|news|video|entry|on|with|via)\b.{0,100}|share (?:on|via|with) (?:facebook|twitter|whatsapp|x|linkedin|e-?mail|friends)\b.{0,80}|share this|(?:follow|like|find|join) (?:us|me)\b.{0,20}\bon (?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|google|social)\b.{0,120}|read or share this (?:article|story)\b.{0,250}|(?:click|tap) (?:here )?to (?:share|tweet|subscribe|join|sign|follow)\b.{0,100}|download (?:the|our) .{0,40}\bapp\b.{0,80}|join our (?:\w+ )?(?:channel|group|community|telegram|whatsapp)\b.{0,100}|stay (?:up to date|connected|informed)\b.{0,60}(?:newsletter|follow|sign|subscrib).{0,80})$/i,
    where: 'anywhere',
    examples: [
      'Share this story on Facebook',
      'Follow us on Twitter @HarbourPost.',
      'Like us on Facebook',
      'Read or Share this story: https://harbour-post.example/1',
      'Click to share on Reddit (Opens in new window)',
      'Share on Facebook',
    ],
    never: [
      'Share this burden, the minister told her partners, or lose the base.',
      'Follow the money and you will find the owner.',
      'Share with care: the law punishes false rumours with a fine.',
      'Join us or leave us, the rebels were told.',
    ],
  },
  {
    id: 'share.newsletter',
    reason: 'share',
    starts: ['sign', 'subscribe', 'get', 'want', 'enjoy', 'become', 'support', 'already', 'receive', 'register', 'thank', 'by'],
    pattern:
      /^(?:(?:sign up|subscribe|register)(?: \w{1,12}){0,2} ?(?:$|(?:for|to|now|today|here|and|by|with)\b.{0,100}\b(?:newsletters?|inbox|briefing|e-?mails?|podcast|channel|alerts?|digest|updates|manage newsletters)\b.{0,100})|subscribe (?:now|today|here)[.!]?|(?:get|receive|want) .{0,120}\b(?:(?:in|to|straight to|into) your inbox|our (?:\w+ )?newsletter|news alerts)\b.{0,150}|already a (?:subscriber|member)\b.{0,60}|(?:enjoy|thank you for) (?:reading|this (?:story|article))\b.{0,60}(?:subscri|support|donat|newsletter).{0,80}|become a (?:member|subscriber|supporter|patron)\b.{0,60}|support (?:our|independent) journalism\b.{0,80}|by signing up,? you (?:agree|accept|will)\b.{0,200})$/i,
    where: 'anywhere',
    examples: [
      'Sign up for Daily Newsletters Manage Newsletters',
      'Subscribe to our newsletter',
      'Sign up for the morning briefing',
      'Get the day’s news delivered to your inbox',
      'Subscribe now',
      'By signing up you agree to our terms',
    ],
    never: [
      'Sign up for the draft began on Monday in all provinces.',
      'Subscribers left the service in droves.',
      'Get used to it, the coach told his team.',
      'Subscribe to that theory and you must explain the fire.',
      'Support for independent journalism is shrinking.',
    ],
  },
  {
    id: 'share.affiliate',
    reason: 'share',
    starts: ['if', 'we', 'when', 'this', 'our', 'products'],
    pattern:
      /^(?:if you (?:buy|purchase|click|make a purchase)\b.{0,150}\b(?:commission|compensation)\b.{0,450}|when you (?:buy|purchase|shop)\b.{0,120}\b(?:commission|compensation)\b.{0,150}|we (?:may|might) (?:earn|receive|get) (?:an? )?.{0,60}\b(?:commission|compensation|revenue from)\b.{0,200}|this (?:article|post|story|page) contains affiliate links\b.{0,150}|(?:our|products) .{0,60}\bindependently (?:selected|chosen)\b.{0,200})$/i,
    where: 'anywhere',
    examples: [
      'If you buy something from a link on this page, Harbour Post may earn a commission.',
      'We may earn revenue from the products available on this page.',
      'This post contains affiliate links.',
    ],
    never: [
      'If you buy a house in Oslo, the agent takes a fee of two percent.',
      'We may receive rain by Sunday, the office said.',
      'This article contains nothing that the court has not heard.',
    ],
  },
  {
    id: 'share.delivery',
    reason: 'share',
    starts: ['never', 'don', 'find', 'get', 'the', 'our', 'subscribe', 'sign', 'for', 'have'],
    pattern:
      /^(?:(?:never|don['’]t) miss (?:a|an|another|out)\b.{0,120}\b(?:sign up|subscribe|newsletter|inbox)\b.{0,250}|.{0,250}\b(?:get|have) .{1,80} (?:delivered|sent|e-?mailed) (?:every|each|daily|weekly|to your|straight to)\b.{0,60})$/i,
    where: 'anywhere',
    examples: [
      'Never miss a story — sign up for the Ledger’s free daily newsletter to stay up to date.',
      'Find out the next series to add to your must-sees. Get The Watchlist delivered every Thursday.',
      'Don’t miss out on the news: subscribe now.',
    ],
    never: [
      'Never miss a chance to be silent, he told the court.',
      'The office will have the letters checked every week.',
      'Get a ship and leave, the captain was told.',
    ],
  },
]
