import { CONSENT } from './consent.js'
import { named, type NoiseRule } from './rule.js'

/** Elements around and inside an article that are not it, by what their tags say. */
export const NOISE: readonly NoiseRule[] = [
  ...CONSENT,
  {
    id: 'advertisement.element',
    because: 'AMP and ad networks have elements of their own',
    names: new Set([
      'amp-ad',
      'amp-embed',
      'amp-sticky-ad',
      'amp-user-notification',
      'amp-social-share',
      'amp-sidebar',
      'gu-ad',
      'ad-slot',
    ]),
    most: 1,
    examples: ['<amp-ad type="doubleclick">', '<amp-embed type="taboola">'],
    never: ['<amp-img src="a.jpg">', '<amp-accordion>'],
  },
  {
    id: 'advertisement.named',
    because: 'what is paid for is not what the outlet reports',
    named: named({
      anywhere:
        'adsby ?google|ads? (?:slot|unit|container|wrapper|box|banner|block|label|zone|space|area|placeholder|rail|text|inline|content)|google ads?|sponsored (?:content|post|links?|box)|paid (?:content|post)|partner content|taboola|outbrain|revcontent|zergnet|native ad|promoted (?:content|posts?|stor(?:y|ies))|partner posts?|brand(?:ed)? content|affiliate (?:box|block|card|links?|products?|widget)|advert(?:isement|s|orial)? (?:slot|box|container|wrapper|label|block)',
      ending:
        'ads?|advert(?:s|isements?|ising|orial)?|adsense|dfp|sponsor(?:ed|s)?|commercial|ad ?(?:unit|box|slot)|werbung|anzeige|publicit(?:e|es|at)|publicidad|publicidade|pubblicita|advertentie|reklam[ea]?|annonse?|pub container',
    }),
    attributes: [
      ['data-ad-slot', /./],
      ['data-ad', /^(?!false|0)./],
      ['aria-label', /^(?:advertisements?|advertising|sponsored|anzeige|werbung|publicité|publicidad)$/i],
    ],
    most: 0.33,
    examples: [
      '<div class="ad">',
      '<ins class="adsbygoogle">',
      '<div id="taboola-below-article">',
      '<div class="article__ad-slot">',
      '<div class="sponsored-content">',
      '<div class="Ad_ad__x1y2z">',
      '<div class="werbung">',
      '<div class="promoted-content">',
      '<div aria-label="Advertisement">',
      '<div data-ad-slot="12">',
      '<fbs-ad position="top">',
    ],
    never: ['<div class="ad-free">', '<div class="adapt">', '<p class="add-on">', '<div class="no-ads">'],
  },
  {
    id: 'products.named',
    because: 'what is for sale beside the text, and for how much, is told by the shop',
    named: named({
      anywhere:
        'products? (?:cards?|list|box|tiles?|grid|carousel|widget|module|offers?)|shopping (?:list|card|box|widget|module)|buy (?:box|now|button|links?)|deals? (?:cards?|box|list|widget)|price (?:box|comparison|widget)',
    }),
    most: 0.33,
    examples: ['<div class="product-card">', '<ul class="product-list">', '<div class="buy-box">', '<div class="dealCard">'],
    never: ['<div class="production">', '<div class="product-review">', '<p class="ideal-list">'],
  },
  {
    id: 'paywall.not-granted',
    because: 'AMP keeps beside the text what those see who may not read it',
    attributes: [['subscriptions-section', /^content-not-granted$/i]],
    most: 1,
    examples: ['<section subscriptions-section="content-not-granted">'],
    never: ['<section subscriptions-section="content">'],
  },
  {
    id: 'paywall.offer',
    because: 'an offer to subscribe is addressed to the reader',
    named: named({
      anywhere:
        'pay ?wall (?:box|banner|modal|message|overlay|prompt|offer|promo|barrier|cta)|reg ?wall|meter(?:ed)? (?:message|banner|modal)|subscri(?:be|ption|ber) (?:box|banner|prompt|offer|promo|cta|form|widget|message|modal|block|now)|news ?letters? (?:\\w+)|news ?letters?|email (?:capture|signup)|inline cta|donat(?:e|ion) (?:box|banner|form|block)',
      ending: 'sign ?up|subscribe|pay ?wall prompt',
    }),
    most: 0.33,
    examples: ['<div class="newsletter-signup">', '<aside class="subscribe-box">', '<div class="paywall-offer">', '<form class="signup">'],
    never: ['<div class="subscriber-content">', '<div class="paywall">', '<div class="parameter">'],
  },
  {
    id: 'hidden.screen-reader',
    because: 'labels for screen readers describe the page (`opens in a new window`), they are not in its text',
    named: named({
      anywhere:
        'sr ?only|screen ?reader (?:text|only)|visually ?hidden|hidden ?visually|vis ?hidden|element invisible|(?:a11y|accessibl[ey]|accessibility) (?:hidden|only|text)|hidden accessible|assistive text|off ?screen|for sr',
      ending: 'screen ?reader|assistive|aural',
    }),
    most: 0.33,
    examples: [
      '<span class="sr-only">',
      '<span class="visually-hidden">',
      '<h2 class="screen-reader-text">',
      '<span class="VisuallyHidden">',
      '<span class="u-hiddenVisually">',
      '<span class="show-for-sr">',
    ],
    never: ['<span class="sr">', '<div class="screen">', '<p class="hidden-figures">'],
  },
  {
    id: 'hidden.attribute',
    because: 'the browser does not show it',
    attributes: [
      ['hidden', /^(?:hidden|true)?$/i],
      ['style', /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01])/i],
    ],
    most: 0.33,
    examples: [
      '<div hidden>',
      '<p hidden="hidden">',
      '<p style="color:red; display: none !important">',
      '<span style="clip:rect(0,0,0,0)">',
    ],
    never: ['<div>', '<div hidden="until-found">', '<div style="display: block">'],
  },
  {
    id: 'hover.role',
    because: 'what shows under the pointer, or asks for an answer, stands outside the text',
    attributes: [['role', /^(?:tooltip|dialog|alertdialog|search|navigation|menu|menubar|toolbar|tablist)$/i]],
    most: 0.33,
    examples: ['<span role="tooltip">', '<div role="dialog">', '<div role="navigation">'],
    never: ['<div role="main">', '<div role="article">', '<p role="note">'],
  },
  {
    id: 'hover.named',
    because: 'tooltips and pop-ups repeat or explain what stands beside them',
    named: named({
      anywhere: 'tool ?tips? (?:text|content|body|inner)|hover ?(?:card|text|box)',
      ending: 'tool ?tips?|pop ?overs?|light ?box|modal|pop ?up',
    }),
    most: 0.33,
    examples: ['<span class="tooltip-text">', '<div class="hoverCard">', '<div class="popover">', '<div class="modal">'],
    never: ['<div class="multimodal">', '<p class="pop">', '<span class="tooltip-trigger">'],
  },
  {
    id: 'gallery.chrome',
    because: 'buttons, counters and thumbnails of a gallery are not about its subject',
    named: named({
      anywhere:
        '(?:gallery|slide ?show|carousel|slider|swiper|slick|photos?) (?:controls?|nav|navigation|buttons?|arrows?|counter|count|pagination|thumb(?:nail)?s?|index|dots?|toolbar|captions?)|slick (?:dots|arrow|prev|next)|(?:video|audio|media|jw|vjs|brightcove) ?(?:player|controls|playlist)|player (?:controls|wrapper)',
    }),
    most: 0.33,
    examples: [
      '<div class="gallery-controls">',
      '<ul class="slick-dots">',
      '<div class="carousel__counter">',
      '<div class="video-player">',
    ],
    never: ['<div class="gallery">', '<p class="player">', '<div class="slide">'],
  },
  {
    id: 'caption.named',
    because: 'a caption tells of its picture, often of another day',
    named: named({
      anywhere:
        '(?:photo|image|img|picture|figure|media|slide|foto) ?(?:captions?|credits?|legends?)|(?:photo|image|img|picture) desc(?:ription)?|captions? text|(?:picture|figure) text',
      ending:
        '(?<!byline |author )captions?|fig ?caption|cutline|bild(?:unterschrift|text)|legende|pie de (?:foto|imagen)|didascalia|bildetekst',
    }),
    attributes: [['itemprop', /^caption$/i]],
    most: 0.33,
    examples: [
      '<div class="caption">',
      '<p class="imageCaption">',
      '<div class="ArticleImage-captionText">',
      '<p class="bildunterschrift">',
      '<span class="cutline">',
      '<p itemprop="caption">',
    ],
    never: [
      '<div class="has-caption">',
      '<div class="byline-caption">',
      '<div class="captioned">',
      '<div class="wp-block-media-text">',
      '<p class="legend">',
    ],
  },
  {
    id: 'bio.named',
    because: 'who wrote an article is not what it reports',
    named: named({
      anywhere:
        '(?:authors?|writer|reporter|contributors?|columnist|autora?|auteur) (?:bio(?:graphy)?|info|profile|desc(?:ription)?|blurb)|about (?:the )?(?:author|writer)|sobre (?:el|la) autora?',
      ending: 'bio|biography',
    }),
    most: 0.33,
    textOnly: true,
    examples: ['<div class="bio">', '<section class="authorBio">', '<div class="about-the-author">', '<div class="autor-info">'],
    never: ['<div class="biology">', '<div class="bio-fuels">', '<span class="author">'],
  },
  {
    id: 'comments.named',
    because: 'readers’ comments are claims of readers',
    named: named({
      anywhere:
        'disqus|comments? (?:list|section|form|area|thread|box|wrapper|container|respond|body|content|stream|item|title|count)|fb comments|viafoura|spot im|open ?web|vuukle|hyvor|giscus|coral talk',
      ending: 'comments|respond|livefyre|kommentare?r?|comentarios|commentaires|commenti|reacties',
    }),
    attributes: [
      ['itemprop', /^comment$/i],
      ['itemtype', /schema\.org\/(?:User)?Comments?$/i],
    ],
    most: 0.8,
    examples: [
      '<div id="comments">',
      '<section class="comment-list">',
      '<div id="disqus_thread">',
      '<div class="comments-area">',
      '<div id="respond">',
      '<div class="kommentare">',
      '<div itemprop="comment">',
      '<div data-component="comments">',
    ],
    never: ['<div class="commentary">', '<p class="comment">', '<article class="with-comments">'],
  },
  {
    id: 'related.named',
    because: 'headlines and teasers of other articles are claims of other articles',
    named: named({
      anywhere:
        'related (?:stor(?:y|ies)|articles?|posts?|links?|content|news|coverage|topics?|reading|box|items?|list|widget|inline|video)|recirc(?:ulation)?|recommend(?:ed|ations?) (?:\\w+)|read (?:more|next|also)|more (?:stories|news|articles|from|like this|on this|in|coverage)|most (?:read|popular|viewed|shared|recent|commented)|popular (?:posts|stories|articles)|latest (?:news|stories|posts|articles|headlines)|top stories|you (?:may|might) (?:also )?like|up next|next (?:article|story|post)|also (?:read|like)|see also|dont miss|editors? picks?|must reads?|teasers? (?:list|box|card|item|grid|wrapper)|articles lies|lire aussi|siehe auch|leer mas|(?:story|article|inline) promo|yarpp|jp relatedposts|post navigation|prev next|further reading',
      ending: 'related|recommend(?:ed|ations?)|trending|teasers?|promos?|recirc',
    }),
    most: 0.33,
    examples: [
      '<div class="related-stories">',
      '<aside class="recirc">',
      '<div class="teaser">',
      '<section class="most-read">',
      '<div id="jp-relatedposts">',
      '<ul class="latest-news">',
    ],
    never: [
      '<div class="correlated">',
      '<p class="moreover">',
      '<div class="story">',
      '<p class="more">',
      '<p class="article-teaser-text">',
    ],
  },
  {
    id: 'share.named',
    because: 'buttons, counts and labels lead to other places',
    named: named({
      anywhere:
        'shar(?:e|ing) (?:bar|buttons?|tools?|links?|icons?|widget|container|list|this|count)|social (?:share|sharing|media|links?|icons?|bar|buttons?|tools?|follow)|sharedaddy|addthis|addtoany|a2a|follow us|print (?:button|link|tools)|article tools|bread ?crumbs?|skip (?:link|to)|tag (?:list|cloud)|tags (?:list|links|wrapper)',
      ending: 'share|sharing|social|tags|toolbar',
    }),
    most: 0.33,
    examples: [
      '<div class="social-share">',
      '<ul class="share-buttons">',
      '<div class="addtoany_share_save_container">',
      '<nav class="breadcrumb">',
      '<ul class="tags">',
    ],
    never: ['<p class="shareholder">', '<div class="socialist">', '<div class="tagged">'],
  },
  {
    id: 'navigation.element',
    because: 'ways to other pages, also in the middle of an article',
    names: new Set(['nav']),
    most: 0.33,
    examples: ['<nav>'],
    never: ['<navigator-box>'],
  },
]
