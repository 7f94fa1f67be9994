import { named, type NoiseRule } from './rule.js'

/** Elements around and inside an article that are not it, by what their tags say. */
export const NOISE: readonly NoiseRule[] = [
  {
    id: 'consent.vendor',
    because: 'consent managers name their boxes after themselves',
    named: named({
      anywhere:
        'one ?trust|didomi|usercentrics|truste|trustarc|cookie ?bot|cybot|osano|klaro|iubenda|qc cmp\\d?|cmp ?box|sp message|cky|cookie ?yes|borlabs|complianz|cmplz|termly|fc consent',
    }),
    most: 1,
    examples: [
      '<div id="onetrust-consent-sdk">',
      '<div class="didomi-popup-view">',
      '<div id="CybotCookiebotDialog">',
      '<div class="qc-cmp2-container">',
    ],
    never: ['<div class="trust-fund">', '<p class="sky">'],
  },
  {
    id: 'consent.named',
    because: 'a box that asks for cookies or consent is nobody’s article',
    named: named({
      anywhere:
        'cookies? (?:consent|banner|notice|bar|law|policy|message|modal|popup|overlay|alert|info|wall|dialog|warning|disclaimer|compliance|settings|preferences|box|container|wrapper|prompt)|(?:consent|gdpr|ccpa|privacy) (?:banner|notice|bar|message|modal|popup|overlay|dialog|box|container|wrapper|manager|management|wall|prompt|layer|tool|screen|road ?block|placeholder|required|gate)',
      ending: 'cookies?|consent|gdpr|ccpa',
    }),
    most: 1,
    examples: [
      '<div class="cookie-banner">',
      '<section id="cookieConsent">',
      '<div class="gdpr_modal">',
      '<div class="consent">',
      '<aside id="cookies">',
      '<section class="ui-consent-roadblock">',
    ],
    never: ['<p class="informed">', '<div class="cookie-recipe">', '<div class="privacy-column">', '<body class="has-cookie-banner">'],
  },
  {
    id: 'advertisement.element',
    because: 'AMP and ad networks have elements of their own',
    names: new Set([
      'amp-ad',
      'amp-embed',
      'amp-sticky-ad',
      'amp-consent',
      'amp-user-notification',
      'amp-social-share',
      'amp-sidebar',
      'gu-ad',
      'ad-slot',
    ]),
    most: 1,
    examples: ['<amp-ad type="doubleclick">', '<amp-embed type="taboola">', '<amp-consent id="c">'],
    never: ['<amp-img src="a.jpg">', '<amp-accordion>'],
  },
  {
    id: 'advertisement.named',
    because: 'what is paid for is not what the outlet reports',
    named: named({
      anywhere:
        'adsby ?google|ads? (?:slot|unit|container|wrapper|box|banner|block|label|zone|space|area|placeholder|rail|text|inline|content)|google ads?|sponsored (?:content|post|links?|box)|paid (?:content|post)|partner content|taboola|outbrain|revcontent|zergnet|native ad|advert(?:isement|s)? (?:slot|box|container|wrapper|label|block)',
      ending: 'ads?|advert(?:s|isements?|ising|orial)?|adsense|dfp|sponsor(?:ed|s)?|commercial',
    }),
    most: 0.33,
    examples: [
      '<div class="ad">',
      '<ins class="adsbygoogle">',
      '<div id="taboola-below-article">',
      '<div class="article__ad-slot">',
      '<div class="sponsored-content">',
      '<div class="Ad_ad__x1y2z">',
    ],
    never: ['<div class="ad-free">', '<div class="adapt">', '<p class="add-on">', '<div class="no-ads">'],
  },
  {
    id: 'paywall.not-granted',
    because: 'AMP keeps beside the text what those see who may not read it',
    attribute: ['subscriptions-section', /^content-not-granted$/i],
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
        'sr only|screen ?reader (?:text|only)|visually ?hidden|element invisible|(?:a11y|accessibl[ey]|accessibility) (?:hidden|only|text)|hidden accessible|assistive text|off ?screen|show for sr',
      ending: 'screen ?reader',
    }),
    most: 0.33,
    examples: [
      '<span class="sr-only">',
      '<span class="visually-hidden">',
      '<h2 class="screen-reader-text">',
      '<span class="VisuallyHidden">',
    ],
    never: ['<span class="sr">', '<div class="screen">', '<p class="hidden-figures">'],
  },
  {
    id: 'hidden.attribute',
    because: 'the browser does not show it',
    attribute: ['hidden', /^(?:hidden|true)?$/i],
    most: 0.33,
    examples: ['<div hidden>', '<p hidden="hidden">'],
    never: ['<div>', '<div hidden="until-found">'],
  },
  {
    id: 'hover.role',
    because: 'what shows under the pointer, or asks for an answer, stands outside the text',
    attribute: ['role', /^(?:tooltip|dialog|alertdialog|search|navigation|menu|menubar|toolbar|tablist)$/i],
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
    id: 'comments.named',
    because: 'readers’ comments are claims of readers',
    named: named({
      anywhere:
        'disqus|comments? (?:list|section|form|area|thread|box|wrapper|container|respond|body|content|stream|item|title|count)|fb comments|viafoura|spot im|open ?web|vuukle|hyvor|giscus|coral talk',
      ending: 'comments|respond|livefyre',
    }),
    most: 0.8,
    examples: [
      '<div id="comments">',
      '<section class="comment-list">',
      '<div id="disqus_thread">',
      '<div class="comments-area">',
      '<div id="respond">',
    ],
    never: ['<div class="commentary">', '<p class="comment">', '<article class="with-comments">'],
  },
  {
    id: 'related.named',
    because: 'headlines and teasers of other articles are claims of other articles',
    named: named({
      anywhere:
        'related (?:stor(?:y|ies)|articles?|posts?|links?|content|news|coverage|topics?|reading|box|items?|list|widget|inline|video)|recirc(?:ulation)?|recommend(?:ed|ations?) (?:\\w+)|read (?:more|next|also)|more (?:stories|news|articles|from|like this|on this|in|coverage)|most (?:read|popular|viewed|shared|recent|commented)|popular (?:posts|stories|articles)|latest (?:news|stories|posts|articles|headlines)|top stories|you (?:may|might) (?:also )?like|up next|next (?:article|story|post)|also (?:read|like)|see also|dont miss|editors? picks?|must reads?|teasers? (?:list|box|card|item|grid|wrapper)|(?:story|article|inline) promo|yarpp|jp relatedposts|post navigation|prev next|further reading',
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
]
