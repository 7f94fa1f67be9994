import type { LineRule } from '../rule.js'

/** Reply forms, counts of comments, and notices on cookies and spam. */
export const COMMENTS: readonly LineRule[] = [
  {
    id: 'comments.form',
    reason: 'comments',
    starts: [
      'your',
      'required',
      'save',
      'notify',
      'name',
      'you',
      'please',
      'we',
      'comments',
      'submit',
      'cancel',
      'log',
      'sign',
      'post',
      'add',
      'write',
      'report',
      'reply',
      'view',
      'load',
      'show',
      'join',
      'have',
      'what',
      'leave',
      'be',
      'sort',
      'this',
    ],
    pattern:
      /^(?:your (?:e-?mail address|comment) (?:will not be published|is awaiting moderation)\b.{0,80}|required fields are marked.{0,20}|save my name, e-?mail,? and website\b.{0,80}|notify me (?:of|when|by) .{0,80}|you must be (?:logged|signed) in to (?:post|comment|reply|leave).{0,40}|please (?:log|sign) in to (?:post|comment|reply|leave|join).{0,60}|comments (?:are|have been) (?:closed|moderated|disabled|turned off)\b.{0,80}|(?:post|submit|cancel) (?:comment|reply)|(?:log|sign) in to (?:comment|reply|post|join the)\b.{0,60}|(?:add|write|post|leave) (?:a|your) (?:comment|reply|response)\b.{0,30}|(?:view|load|show|read|see)(?: all| more)?(?: \d{1,6})? comments?(?: \(\d{1,6}\))?|join the (?:conversation|discussion)[.!]?|have your say[.!]?|be the first to (?:comment|reply|leave a comment|post a comment)\b.{0,40}|sort by (?:newest|oldest|best|most liked).{0,30}|reply|this (?:article|post) (?:has|is) (?:\d{1,6} comments?|closed for comments?)\.?)$/i,
    where: 'edge',
    examples: [
      'Be the first to comment',
      'Leave a Reply',
      'Your email address will not be published.',
      'Required fields are marked *',
      'Comments are closed.',
      'View all 12 comments',
    ],
    never: [
      'Your email address may have been sold, the watchdog warned.',
      'Comments are pouring in from all over the country.',
      'Leave a reply to the summons unanswered and you risk arrest.',
      'Join the discussion of the climate panel, scientists urged ministers.',
      'Be the first to comment on the law, the judge told the lawyers, and you may regret it by noon.',
    ],
  },
  {
    id: 'comments.count',
    reason: 'comments',
    starts: ['comments', 'comment', 'reader', '<number>', 'no', 'responses', 'replies'],
    pattern:
      /^(?:(?:reader )?comments?(?: ?[([]?\d{1,6}[)\]]?)?:?|\d{1,6} (?:comments?|replies|responses|thoughts)(?: (?:on|to) .{1,200})?|no comments?(?: yet| on .{1,150})?|(?:responses|replies) \(\d{1,6}\))$/i,
    where: 'edge',
    examples: ['Comments (3)', '12 Comments', '2 thoughts on “The bridge is open”', 'No comments yet', 'Comments'],
    never: [
      '12 comments by the minister angered the union, it said.',
      'No comment was available from the palace.',
      'Comments by both sides suggest a deal.',
    ],
  },
  {
    id: 'spam.akismet',
    reason: 'spam-notice',
    starts: ['this', 'learn'],
    pattern:
      /^(?:this (?:site|website|blog) (?:uses akismet|is protected by recaptcha)\b.{0,200}|learn (?:more about )?how your comment data is processed\.?)$/i,
    where: 'anywhere',
    examples: [
      'This site uses Akismet to reduce spam. Learn how your comment data is processed.',
      'This site is protected by reCAPTCHA and the terms of service apply.',
    ],
    never: ['This site uses hydropower from two dams.', 'Learn how your city votes.'],
  },
  {
    id: 'cookies.notice',
    reason: 'cookie-notice',
    starts: ['this', 'we', 'our', 'by', 'cookies', 'accept', 'manage', 'i', 'cookie', 'to'],
    pattern:
      /^(?:(?:this|our) (?:site|website|page|web site) uses cookies\b.{0,250}|we (?:and our partners )?use cookies\b.{0,300}|by (?:continuing|using|browsing|clicking|closing|scrolling)\b.{0,80}\b(?:cookies?|cookie policy|privacy policy|terms of (?:use|service))\b.{0,150}|cookies (?:help|on) (?:us|the|our|this)\b.{0,150}|(?:accept|manage|reject) (?:all )?(?:cookies|cookie (?:settings|preferences))|cookie (?:policy|settings|preferences|notice)|to (?:give|offer|provide) you the best (?:possible )?experience\b.{0,60}\bcookies\b.{0,150})$/i,
    where: 'edge',
    examples: [
      'This site uses cookies. By continuing to use it you accept this.',
      'We use cookies to improve your experience.',
      'Accept all cookies',
      'Cookie policy',
    ],
    never: [
      'Cookies are small files that follow readers around the web.',
      'We use cookie dough in three products, the baker said.',
      'By clicking on the link, the clerk let the burglars into the network.',
      'This site was once a quarry.',
    ],
  },
]
