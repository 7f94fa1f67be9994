/** Raised with every change in what is extracted; stored with each extraction. */
export const EXTRACTOR_VERSION = '0.7.0'
