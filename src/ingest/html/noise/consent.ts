import { named, type NoiseRule } from './rule.js'

/** Boxes that ask readers for cookies or consent. */
export const CONSENT: readonly NoiseRule[] = [
  {
    id: 'consent.vendor',
    because: 'consent managers name their boxes after themselves',
    named: named({
      anywhere:
        'one ?trust|didomi|usercentrics|truste|trustarc|cookie ?bot|cybot|osano|klaro|iubenda|qc cmp\\d?|cmp ?box|sp message|cky|cookie ?yes|borlabs|complianz|cmplz|termly|fc consent|evidon|axeptio|tarteaucitron(?:root)?|ketch|moove|cmp root|app ?consent|cc (?:window|banner|dialog)',
    }),
    most: 1,
    examples: [
      '<div id="onetrust-consent-sdk">',
      '<div class="didomi-popup-view">',
      '<div class="cc-window">',
      '<div id="axeptio_overlay">',
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
        'cookies? ?(?:consent|banner|notice|bar|law|info|script|hinweis|meldung|layer|eu|confirmation|law|policy|message|modal|popup|overlay|alert|wall|dialog|warning|disclaimer|compliance|settings|preferences|box|container|wrapper|prompt)|(?:consent|gdpr|ccpa|lgpd|rgpd|dsgvo|datenschutz|privacy|eu cookie|eu confirmation) ?(?:banner|notice|hinweis|layer|blackbar|info|message|modal|popup|overlay|dialog|box|container|wrapper|manager|management|wall|prompt|layer|tool|screen|road ?block|placeholder|required|gate)',
      ending: 'cookies?|consent|gdpr|ccpa',
    }),
    names: new Set(['dialog']),
    most: 1,
    examples: [
      '<div class="cookie-banner">',
      '<section id="cookieConsent">',
      '<div class="gdpr_modal">',
      '<div class="consent">',
      '<aside id="cookies">',
      '<section class="ui-consent-roadblock">',
      '<div id="cookiebanner">',
      '<div class="cookie-hinweis">',
      '<div data-testid="cookie-banner">',
      '<dialog open>',
      '<amp-consent id="c">',
    ],
    never: ['<p class="informed">', '<div class="cookie-recipe">', '<div class="privacy-column">', '<body class="has-cookie-banner">'],
  },
]
